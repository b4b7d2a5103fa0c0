using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Sql;
using BiAssistant.Understanding.Deciding;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Grounding;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding;

/// <summary>
/// Turns a question into a semantic query, a question back, or a helpful refusal, with nothing but a language's words and the catalog. Every word that
/// carries meaning is explained by the reading, or there is no answer. Built once per catalog and data version; safe for concurrent use.
/// </summary>
public sealed class Understander
{
    /// <summary>Longer questions are refused.</summary>
    public const int MostCharacters = 2000;

    private const int MostAtoms = 400;
    private const int MostAtomsOfSecondLook = 60;
    private const int MostChoices = 5;

    private readonly Catalog _catalog;
    private readonly Vocabulary _vocabulary;
    private readonly Grounder _grounder;
    private readonly GrammarContext _grammar;
    private readonly Decision _decision;
    private readonly Refusals _refusals;

    public Understander(Catalog catalog, ValueIndex values)
        : this(catalog, values, new Binder(catalog).Bind)
    {
    }

    internal Understander(Catalog catalog, ValueIndex values, Judge judge)
    {
        _catalog = catalog;
        _vocabulary = new Vocabulary(catalog);
        _grammar = new GrammarContext(catalog);
        _grounder = new Grounder(_vocabulary, new ShortNames(catalog, Lexicon.All), new Qualities(catalog), new Durations(catalog), values, Lexicon.All, _grammar);
        _decision = new Decision(_grammar, judge);
        _refusals = new Refusals(new Samples(_grammar), new Lazy<NearestTerms>(() => new NearestTerms(_vocabulary)));
    }

    public Interpretation Understand(Question question, BindingContext context)
    {
        var visibility = new Visibility(context.As);
        var language = question.Language is "ko" or "en" ? question.Language : LanguageOf(question.Text);
        if (question.Text.Length > MostCharacters)
        {
            return Refusals.TooLong(language, MostCharacters);
        }

        var atoms = Tokenizer.Read(question.Text);
        if (!atoms.Any(a => a.Kind is AtomKind.Word or AtomKind.Syllable))
        {
            return _refusals.Empty(language, visibility);
        }

        if (atoms.Count > MostAtoms)
        {
            return Refusals.TooLong(language, MostAtoms);
        }

        var grounded = Reachable.Narrow(_grounder.Ground(question.Text, atoms, visibility), _grammar);
        var chart = Chart.Parse(grounded, GrammarRules.All, _grammar);
        var readings = Read(chart, atoms, Sentences.Narrow, context, visibility);
        if (readings[0].Problems.Count > 0 && readings[0].Problems.All(p => p.Kind == ProblemKind.BeyondWords))
        {
            // The likeliest reading is clear and cannot be computed yet: a less likely one that can is not what was asked.
            return _refusals.Of(readings[0], grounded, language, visibility);
        }

        var verdict = _decision.Of(readings, atoms, context with { Language = language });
        if (verdict.Candidates.Count == 0 && atoms.Count <= MostAtomsOfSecondLook)
        {
            // Many small words crowd out a reading that says more: look further before refusing.
            var further = Read(chart, atoms, Sentences.Wide, context, visibility);
            if (_decision.Of(further, atoms, context with { Language = language }) is { Candidates.Count: > 0 } second)
            {
                (readings, verdict) = (further, second);
            }
        }

        return verdict.Candidates.Count switch
        {
            0 when readings.Any(r => r.Complete) => _refusals.NotThisWay(language, verdict.Issues, visibility),
            0 => _refusals.Of(readings[0], grounded, language, visibility),
            1 when !verdict.Clockless => Answered(verdict, readings, grounded, language),
            _ => Asked(verdict, readings, grounded, language),
        };
    }

    private List<Reading> Read(Chart chart, List<Atom> atoms, int beam, BindingContext context, Visibility visibility) =>
        Sentences.Best(chart, atoms.Count, beam).SelectMany(s => Assembler.Assemble(s, _grammar, atoms, context.Now, visibility.SeesValues)).OrderBy(r => r.Cost).ToList();

    private static Understood Answered(Verdict verdict, List<Reading> readings, Grounded grounded, string language)
    {
        var winner = verdict.Candidates[0];
        var rival = readings.FirstOrDefault(r => r.Complete && r.Query != winner.Reading.Query && r.Cost > winner.Reading.Cost)?.Cost;
        var words = winner.Reading.Sentence.Phrases.SelectMany(p => p.Leaves())
            .Select(leaf => (leaf, Meaning: Meanings.Of(leaf.Sense, language)))
            .Where(w => w.Meaning.Length > 0)
            .Select(w => new WordMeaning(
                grounded.Atoms[w.leaf.Start].Start,
                grounded.Atoms[w.leaf.End - 1].End - grounded.Atoms[w.leaf.Start].Start,
                grounded.TextOf(w.leaf.Start, w.leaf.End),
                w.Meaning));
        return new Understood(language, winner.Query, Decision.Confidence(winner.Reading, rival), words.ToSeq());
    }

    private Interpretation Asked(Verdict verdict, List<Reading> readings, Grounded grounded, string language)
    {
        var choices = Choices.Label(verdict.Candidates.Take(MostChoices).Select(c => c.Query).ToList(), _catalog, language);
        if (verdict.Clockless)
        {
            return new Ambiguous(language, Clocks.Question(language, choices.Count), choices);
        }

        return choices.Count == 1
            ? Answered(verdict, readings, grounded, language)
            : new Ambiguous(language, verdict.Question ?? (language == "ko" ? "어느 것을 말씀하시나요?" : "Which of these do you mean?"), choices);
    }

    private static string LanguageOf(string text) => text.Any(c => c is >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' or >= '\u3130' and <= '\u318F') ? "ko" : "en";
}
