using BiAssistant.Answers.Asking;
using BiAssistant.Answers.Caching;
using BiAssistant.Answers.Composition;
using BiAssistant.Answers.Costs;
using BiAssistant.Answers.DataChecks;
using BiAssistant.Answers.Execution;
using BiAssistant.Answers.Receipts;
using BiAssistant.Answers.State;
using BiAssistant.Answers.Values;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding;
using BiAssistant.Warehouses;
using Microsoft.Extensions.Logging;

namespace BiAssistant.Answers;

/// <summary>
/// The whole way from a question to an answer: understand, compile (canonicalise, bind, plan, write, validate), execute, verify, compose. Issues become refusals or
/// questions back, faults of the outside become failures here and nowhere else, bugs are thrown.
/// </summary>
public sealed class AnswerPipeline
{
    private const long MemoryBytes = 64L << 20;
    private const long BytesOfAnswer = 8_000;
    private const long BytesOfCell = 64;

    private readonly PipelineOptions _options;
    private readonly TimeProvider _clock;
    private readonly ModelClock _now;
    private readonly QueryCompiler _compiler;
    private readonly CostGuard _guard;
    private readonly ResultSource _results;
    private readonly DimensionValues _values;
    private readonly DataRange _range;
    private readonly ExtentSource _extents;
    private readonly NarrowerQueries _narrower;
    private readonly MissingPeriods _missing;
    private readonly QueryProofs _proofs;
    private readonly AnswerComposer _composer;
    private readonly ReadQuestions _questions;
    private readonly ReceiptWriter _receipts;
    private readonly QuestionLog _asked;

    /// <summary>Answers as they were composed: equal rows, clock and language give equal words.</summary>
    private readonly BoundedMemory<Answer> _said = new(MemoryBytes);
    private readonly ILogger _log;

    public AnswerPipeline(Catalog catalog, WarehouseSet warehouses, StateStore state, QuestionLog asked, PipelineOptions options, TimeProvider clock, ILogger log)
    {
        var policy = PolicyVersion.Of(catalog);
        (_options, _asked, _clock, _log) = (options, asked, clock, log);
        _now = new ModelClock(catalog, options.Clock, clock);
        _compiler = new QueryCompiler(catalog, warehouses.DialectOf, clock);
        _guard = new CostGuard(warehouses, options.Reading, log);
        _results = new ResultSource(warehouses, _guard, state, catalog.Version, policy, clock);
        _values = new DimensionValues(catalog, _compiler, _results, _guard, warehouses, state, policy, clock, log);
        _range = new DataRange(catalog, _compiler, _results);
        _extents = new ExtentSource(_compiler, _results);
        _narrower = new NarrowerQueries(catalog, _compiler, _extents, _range, _guard);
        _proofs = new QueryProofs(catalog, warehouses, _guard, state, clock, log);
        _missing = new MissingPeriods(_compiler, _extents);
        _composer = new AnswerComposer(catalog);
        _questions = new ReadQuestions(catalog, _composer);
        _receipts = new ReceiptWriter(catalog, state, policy);
    }

    public PipelineOptions Options => _options;

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<Answer> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        var watch = new StageWatch(_clock);
        var answer = await AnswerAsync(request, watch, cancellationToken).ConfigureAwait(false);
        var finished = answer with { Id = request.Id, Question = request.Question, Timing = watch.Total() };
        _asked.Add(new AskedQuestion(
            _clock.GetUtcNow().ToUnixTimeMilliseconds(),
            request.Question,
            finished.Language,
            request.As.Role,
            Json.AnswerJson.StatusName(finished.Status),
            finished.Receipt?.Id,
            finished.FromCache ? 1 : 0,
            finished.Timing.Total,
            Json.AnswerPartsJson.Texts(finished)));
        return finished;
    }

    /// <summary>Learns the values that people name before anyone asks, for those who have asked another pipeline.</summary>
    public Task PrepareAsync(AnswerPipeline before, CancellationToken cancellationToken) =>
        _values.PrepareAsync(before._values, asker => new BindingContext(asker, _now.Now(null), "en"), cancellationToken);

    private async Task<Answer> AnswerAsync(AskRequest request, StageWatch watch, CancellationToken cancellationToken)
    {
        var language = RequestCheck.Base(request.Language) ?? "en";
        if (RequestCheck.Check(request) is { IsEmpty: false } issues)
        {
            return Outcomes.Refused(language, issues);
        }

        var context = new BindingContext(request.As, _now.Now(request.Now), language);
        var asked = request.Query;
        try
        {
            if (request.Query is { } query)
            {
                return await ComputeAsync(new Meaning(query, language, 1, UnderstoodBy.Nothing, [], Gap: null), request, context, watch, cancellationToken).ConfigureAwait(false);
            }

            var grounded = await _values.ForAsync(context, cancellationToken).ConfigureAwait(false);
            var interpretation = grounded.Understand(new Question(request.Question ?? "", RequestCheck.Base(request.Language)), context);
            watch.Understood();
            language = interpretation.Language;
            asked = (interpretation as Understood)?.Query;
            return interpretation switch
            {
                Understood understood => await ComputeAsync(
                    new Meaning(understood.Query, language, understood.Confidence, UnderstoodBy.Grammar, understood.Words, GapOf(grounded, language)),
                    request,
                    context with { Language = language },
                    watch,
                    cancellationToken).ConfigureAwait(false),
                Ambiguous ambiguous => Outcomes.Clarify(ambiguous),
                NotUnderstood not when grounded.Hindered is { } fault => Failed(language, fault, null, context, not.Issues),
                NotUnderstood not => Outcomes.Refused(language, not.Issues) with { Warnings = GapOf(grounded, language) is { } gap ? [gap] : [] },
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (WarehouseFault fault)
        {
            return Failed(language, fault, asked, context);
        }
    }

    /// <summary>A fault in the words of the person, with what was understood of the question.</summary>
    private Answer Failed(string language, WarehouseFault fault, SemanticQuery? asked, BindingContext context, Seq<Issue> besides = default)
    {
        _log.LogWarning(fault, "A warehouse could not answer.");
        var compiled = asked is null ? null : _compiler.Compile(asked, context with { Language = language });
        var others = compiled?.Ready?.Plan.Fragments.Select(f => f.Warehouse).Distinct().Where(w => w != fault.Warehouse).ToSeq();
        var failed = Outcomes.Failed(language, fault, others ?? []);
        return failed with
        {
            Issues = failed.Issues.AddRange(besides),
            Query = compiled?.Canonical,
            Reading = compiled?.Canonical is { } canonical ? _composer.Read(canonical, language) : null,
        };
    }

    private async Task<Answer> ComputeAsync(Meaning meaning, AskRequest request, BindingContext context, StageWatch watch, CancellationToken cancellationToken)
    {
        var limits = new QueryLimits(_options.Timeout, _options.RowLimit) { Asker = $"{QueryCompiler.PolicyOf(request.As)}\u001e{request.Session}" };
        var informed = await _extents.InformedAsync(meaning.Query, context, limits, request.MayRead, cancellationToken).ConfigureAwait(false);
        if (!informed.Above.IsEmpty && _compiler.Compile(meaning.Query, context).Canonical is { } unasked)
        {
            watch.Planned(validateMs: 0);
            var supposed = _compiler.Compile(meaning.Query, informed.Context).Ready is { Plan: var plan } ? await _guard.AboveAsync(plan, request.MayRead, cancellationToken).ConfigureAwait(false) : [];
            var most = informed.Above.AddRange(supposed).GroupBy(read => read.Warehouse).Select(reads => reads.MaxBy(read => read.Rows)).OfType<EstimatedRead>().ToSeq();
            return await AskBackAsync(meaning, unasked, most, request, context, limits, cancellationToken).ConfigureAwait(false);
        }

        var (compiled, states, unproven) = await ProvenAsync(meaning, informed.Context, cancellationToken).ConfigureAwait(false);
        if (compiled.Ready is not { } ready)
        {
            watch.Planned(validateMs: 0);
            return meaning.Told(Outcomes.Refused(meaning.Language, compiled.Issues) with
            {
                Query = compiled.Canonical,
                Reading = compiled.Canonical is { } canonical ? _composer.Read(canonical, meaning.Language) : null,
            });
        }

        watch.Planned(ready.ValidateMs);
        var reply = await _results.GetAsync(ready, states, limits, request.MayRead, cancellationToken).ConfigureAwait(false);
        if (reply is TooMuchToRead { Above: var above })
        {
            watch.Executed();
            return await AskBackAsync(meaning, ready.Canonical, above, request, context, limits, cancellationToken).ConfigureAwait(false) with { Sql = AnswerComposer.SqlOf(ready.Plan) };
        }

        var result = (SourcedResult)reply;
        var said = $"{result.Key}|{meaning.Language}|{context.Now.Ticks:x}|{QueryCompiler.PolicyOf(context.As)}|{string.Join(';', ready.Bound.Facts.Notes)}";
        if (result.FromCache && _said.TryGet(said, out var known))
        {
            watch.Executed();
            return meaning.Told(known with { FromCache = true, Texts = [], Warnings = known.Warnings.AddRange(Circumstances(meaning, unproven, request, context)) });
        }

        var wrong = Verifier.Verify(ready.Bound, result.Table);
        var data = wrong.IsEmpty && ready.Bound.Facts.Period is not null && AnswerComposer.IsEmpty(ready.Bound, result.Table)
            ? await _range.FindAsync(ready.Bound.Facts.PeriodFields, within: null, context, limits, cancellationToken).ConfigureAwait(false)
            : DataSpan.Unknown;
        watch.Executed();
        if (!wrong.IsEmpty)
        {
            return meaning.Told(Outcomes.Failed(meaning.Language, wrong) with { Query = ready.Canonical, Sql = AnswerComposer.SqlOf(ready.Plan) });
        }

        var filled = await _missing.FillAsync(ready, result.Table, informed.Context, limits, request.MayRead, cancellationToken).ConfigureAwait(false);
        var composed = _composer.Compose(new AnswerMaterial(filled.Query, filled.Table, data, context.Now, meaning.Language, _options.RowLimit) { LeftOut = filled.LeftOut });
        var receipt = await _receipts.WriteAsync(ready, result, context, cancellationToken).ConfigureAwait(false);
        var whole = composed with { Receipt = receipt, FromCache = result.FromCache, Texts = result.Texts };
        _said.Set(said, whole, BytesOfAnswer + (BytesOfCell * whole.Rows.Count * whole.Columns.Count));
        watch.Composed();
        return meaning.Told(whole with { Warnings = whole.Warnings.AddRange(Circumstances(meaning, unproven, request, context)) });
    }

    /// <summary>Bound once as the catalog claims; where the data says otherwise, bound again with what it says.</summary>
    private async Task<(Compilation Compiled, Seq<DataState> Data, int Unproven)> ProvenAsync(Meaning meaning, BindingContext context, CancellationToken cancellationToken)
    {
        var compiled = _compiler.Compile(meaning.Query, context);
        if (compiled.Ready is not { } ready)
        {
            return (compiled, [], 0);
        }

        var data = await _results.DataStatesAsync(ready.Plan, cancellationToken).ConfigureAwait(false);
        var (findings, unproven) = await _proofs.AgainstAsync(ready, data, context, cancellationToken).ConfigureAwait(false);
        return (findings.IsEmpty ? compiled : _compiler.Compile(meaning.Query, context with { Findings = findings }), data, unproven);
    }

    /// <summary>It reads too much: what may be asked instead, or a refusal.</summary>
    private async Task<Answer> AskBackAsync(Meaning meaning, SemanticQuery canonical, Seq<EstimatedRead> above, AskRequest request, BindingContext context, QueryLimits limits, CancellationToken cancellationToken)
    {
        var narrower = await _narrower.FindAsync(meaning.Query, canonical, above, context, limits, cancellationToken).ConfigureAwait(false);
        var answer = _questions.Ask(canonical, above, narrower, meaning.Language);
        return meaning.Told(answer with { Warnings = Circumstances(meaning, unproven: 0, request, context).ToSeq() });
    }

    /// <summary>Values that come later and values that are too much to read are two things to say.</summary>
    private static AnswerWarning? GapOf(GroundedUnderstander grounded, string language) =>
        grounded.Complete ? null : grounded.Settled ? Remarks.IndexSkipped(language) : Remarks.IndexIncomplete(language);

    private IEnumerable<AnswerWarning> Circumstances(Meaning meaning, int unproven, AskRequest request, BindingContext context)
    {
        if (_options is { Demo: true, Clock: not null } && request.Now is null)
        {
            yield return Remarks.DemoClock(DateOnly.FromDateTime(context.Now).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), meaning.Language);
        }

        if (unproven > 0)
        {
            yield return Remarks.ClaimsNotProven(unproven, meaning.Language);
        }

        if (meaning.Gap is { } gap)
        {
            yield return gap;
        }
    }
}
