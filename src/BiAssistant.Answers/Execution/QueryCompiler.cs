using BiAssistant.Answers.Caching;
using BiAssistant.Planning;
using BiAssistant.Planning.Lowering;
using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Sql.Checks;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Answers.Execution;

/// <summary>
/// The way from a semantic query to texts that may run: canonicalise, bind, plan, lower, write, validate. Touches no data; what it has compiled once it
/// remembers.
/// </summary>
/// <param name="catalog">What names mean.</param>
/// <param name="dialectOf">The dialect of the warehouse of that name (empty: the only one), or why there is none.</param>
/// <param name="clock">Times the stages.</param>
public sealed class QueryCompiler(Catalog catalog, Func<string, Outcome<WarehouseDialect>> dialectOf, TimeProvider clock)
{
    private const long MemoryBytes = 32L << 20;

    private readonly Binder _binder = new(catalog);
    private readonly BoundedMemory<Compilation> _compiled = new(MemoryBytes);

    /// <param name="query">As understood or given.</param>
    /// <param name="context">Who asks, and when.</param>
    public Compilation Compile(SemanticQuery query, BindingContext context)
    {
        var key = $"{SemanticQueryJson.Write(query)}|{context.Now.Ticks:x}|{PolicyOf(context.As)}|{context.Language}|{string.Join(';', context.Extents)}|{string.Join(';', context.Findings)}";
        if (_compiled.TryGet(key, out var known))
        {
            return known.Ready is { } ready ? known with { Ready = ready with { PlanMs = 0, ValidateMs = 0 } } : known;
        }

        var compiled = CompileAnew(query, context);
        var texts = compiled.Ready?.Plan.Fragments.Sum(f => f.Sql.Sql.Text.Length) ?? 0;
        _compiled.Set(key, compiled, 4_000 + (2L * key.Length) + (8L * texts));
        return compiled;
    }

    /// <summary>
    /// The question to the data that must be answered before this one can be compiled: from when to when there is any, for each of the clocks. Null when nothing must be known.
    /// </summary>
    public (ReadyQuery Query, Seq<DataExtent> Clocks)? Extents(SemanticQuery query, BindingContext context) =>
        Binder.ComparesTimes(query, catalog) && Canonicalizer.Canonicalize(query, catalog, context.Now).Value is { } canonical ? Extents(canonical, _binder.Extents(canonical, context)) : null;

    /// <summary>The same question for a canonical query that can be compiled without its answer; null where none of its numbers goes by a clock.</summary>
    public (ReadyQuery Query, Seq<DataExtent> Clocks)? DataOf(SemanticQuery canonical, BindingContext context) => Extents(canonical, _binder.DataOf(canonical, context));

    private (ReadyQuery Query, Seq<DataExtent> Clocks)? Extents(SemanticQuery canonical, BoundExtents? extents) =>
        extents is not null && Finish(canonical, Outcome<BoundQuery>.Of(extents.Query), [], clock.GetTimestamp()).Ready is { } ready ? (ready, extents.Clocks) : null;

    /// <summary>An asker as text: equal for those who may see the same.</summary>
    public static string PolicyOf(Asker asker) =>
        string.Join('\u001f', asker.Attributes.Select(a => $"{a.Name}={a.Value}").Order(StringComparer.Ordinal).Prepend(asker.Role ?? ""));

    private Compilation CompileAnew(SemanticQuery query, BindingContext context)
    {
        var started = clock.GetTimestamp();
        var canonical = Canonicalizer.Canonicalize(query, catalog, context.Now);
        if (!canonical.Succeeded)
        {
            return new Compilation(null, null, canonical.Issues);
        }

        return Finish(canonical.Value, _binder.Bind(canonical.Value, context), canonical.Issues, started);
    }

    private Compilation Finish(SemanticQuery canonical, Outcome<BoundQuery> bound, Seq<Issue> notes, long started)
    {
        if (!bound.Succeeded)
        {
            return new Compilation(null, canonical, bound.Issues);
        }

        var plan = Planner.Plan(bound.Value);
        if (!plan.Succeeded)
        {
            return new Compilation(null, canonical, plan.Issues);
        }

        var written = Write(plan.Value);
        if (!written.Succeeded)
        {
            return new Compilation(null, canonical, written.Issues);
        }

        var planned = clock.GetElapsedTime(started).TotalMilliseconds;
        var ready = Validate(written.Value, plan.Value);
        var validated = clock.GetElapsedTime(started).TotalMilliseconds - planned;
        return ready.Succeeded
            ? new Compilation(new ReadyQuery(canonical, bound.Value, ready.Value, CacheKey.Fingerprint(canonical, ready.Value), [.. notes, .. bound.Issues, .. plan.Issues], planned, validated), canonical, [])
            : new Compilation(null, canonical, ready.Issues);
    }

    private Outcome<WrittenPlan> Write(QueryPlan plan)
    {
        var issues = new List<Issue>();
        var fragments = new List<(PlanFragment, string, CompiledSql, CompiledSql?)>();
        foreach (var fragment in plan.Fragments)
        {
            var warehouse = dialectOf(fragment.Warehouse);
            issues.AddRange(warehouse.Issues);
            if (warehouse.Value is { } found)
            {
                var text = SqlWriter.Write(Lowering.Lower(fragment.Root, found.Dialect.TellsTextsApart), found.Dialect);
                var open = fragment.Narrowed is { } narrowed ? SqlWriter.WriteOpen(Lowering.Lower(narrowed, found.Dialect.TellsTextsApart), found.Dialect) : null;
                issues.AddRange([.. text.Issues, .. open?.Issues ?? []]);
                if (text.Value is { } written)
                {
                    fragments.Add((fragment, found.Name, written, open?.Value));
                }
            }
        }

        var merge = plan.Merge is null ? null : SqlWriter.Write(Lowering.Lower(plan.Merge), SqlDialects.DuckDb);
        issues.AddRange(merge?.Issues ?? []);
        return issues.Any(i => i.Severity == IssueSeverity.Error)
            ? Outcome<WrittenPlan>.Failed(issues.ToSeq())
            : Outcome<WrittenPlan>.Of(new WrittenPlan(fragments, merge?.Value));
    }

    private static Outcome<ReadyPlan> Validate(WrittenPlan written, QueryPlan plan)
    {
        var issues = new List<Issue>();
        var ready = new List<ReadyFragment>();
        foreach (var (fragment, warehouse, sql, open) in written.Fragments)
        {
            var valid = SqlValidator.Validate(sql, fragment.Reads);
            var narrowed = open is null ? null : SqlValidator.ValidateOpen(open, fragment.Reads);
            issues.AddRange([.. valid.Issues, .. narrowed?.Issues ?? []]);
            if (valid.Value is { } text)
            {
                ready.Add(new ReadyFragment(fragment.Name, warehouse, text, fragment.Columns, fragment.Reads.Tables.Select(t => t.Name).Distinct().ToSeq()) { Keys = fragment.Keys, Narrowed = narrowed?.Value });
            }
        }

        var merge = written.Merge is null || plan.Merge is null ? null : SqlValidator.Validate(written.Merge, MergeReads.Of(plan.Merge));
        issues.AddRange(merge?.Issues ?? []);
        return issues.Any(i => i.Severity == IssueSeverity.Error)
            ? Outcome<ReadyPlan>.Failed(issues.ToSeq())
            : Outcome<ReadyPlan>.Of(new ReadyPlan(ready.ToSeq(), merge?.Value) { Lookups = plan.Merge is null ? [] : MergeLookup.In(plan.Merge) });
    }

    private sealed record WrittenPlan(List<(PlanFragment Fragment, string Warehouse, CompiledSql Sql, CompiledSql? Narrowed)> Fragments, CompiledSql? Merge);
}
