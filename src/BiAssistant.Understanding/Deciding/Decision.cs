using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Queries;
using BiAssistant.Sql;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Deciding;

/// <summary>Says whether a canonical query can be computed for the asker.</summary>
internal delegate Outcome<BoundQuery> Judge(SemanticQuery canonical, BindingContext context);

/// <summary>A reading that binds.</summary>
internal sealed record Candidate(SemanticQuery Query, Reading Reading);

/// <summary>What came of the readings: those that bind, cheapest first, or the issues that the likeliest one met.</summary>
internal sealed record Verdict(IReadOnlyList<Candidate> Candidates, Seq<Issue> Issues)
{
    /// <summary>A period was asked for, and the numbers have dates but none that they go by: the asker says which, even where there is but one.</summary>
    public bool Clockless { get; init; }

    /// <summary>What to ask where the candidates are one reading over ways that differ in meaning; null where they are several readings.</summary>
    public string? Question { get; init; }
}

/// <summary>Readings that mean the same become one, and those that do not bind fall away.</summary>
internal sealed class Decision(GrammarContext grammar, Judge judge)
{
    /// <summary>Readings closer than this are a tie that only the asker can break.</summary>
    public const double Tie = 0.35;

    private const double WorthBinding = 2.0;
    private const int MostBound = 12;
    private const int MostChoicesOfWays = 3;
    private const int MostBetween = 2;

    public Verdict Of(IEnumerable<Reading> readings, IReadOnlyList<Atom> atoms, BindingContext context)
    {
        var candidates = new List<Candidate>();
        var seen = new HashSet<SemanticQuery>();
        var issues = Seq<Issue>.Empty;
        double? best = null;
        var bound = 0;
        var clockless = false;
        string? question = null;
        foreach (var reading in readings.Where(r => r.Complete).OrderBy(r => r.Cost))
        {
            best ??= reading.Cost;
            if (reading.Cost > best + WorthBinding || bound >= MostBound || (candidates.Count > 0 && reading.Cost > candidates[0].Reading.Cost + Tie))
            {
                break;
            }

            if (reading.Query is not { } said)
            {
                continue;
            }

            var canonical = Canonicalizer.Canonicalize(said, grammar.Catalog, context.Now);
            canonical = canonical.Succeeded && SameMetric.Of(canonical.Value, grammar) is var same && same != canonical.Value ? Canonicalizer.Canonicalize(same, grammar.Catalog, context.Now) : canonical;
            if (canonical.Succeeded && !seen.Add(canonical.Value))
            {
                continue;
            }

            bound++;
            var outcome = canonical.Succeeded ? judge(canonical.Value, context) : Outcome<BoundQuery>.Failed(canonical.Issues);
            if (canonical.Succeeded && outcome.Succeeded)
            {
                candidates.Add(new Candidate(canonical.Value, reading));
                question = null;
            }
            else
            {
                var ways = canonical.Succeeded ? Spoken(ByWay(canonical.Value, outcome.Issues, context).ToList(), reading, atoms).Where(seen.Add).ToList() : [];
                var clocks = canonical.Succeeded && candidates.Count == 0 ? ByClock(canonical.Value, outcome.Issues, context).Where(seen.Add).ToList() : [];
                var asked = outcome.Issues.FirstOrDefault(i => i.Code == "two_ways");
                question = ways.Count == 0 ? question : candidates.Count == 0 && asked?.Suggestions.Count == ways.Count ? asked.Message : null;
                candidates.AddRange(ways.Concat(clocks).Select(w => new Candidate(w, reading)));
                clockless |= clocks.Count > 0 && canonical.Value is { } timed && Clocks.Said(timed, grammar.Catalog) is null;
                issues = issues.IsEmpty ? outcome.Issues : issues;
            }
        }

        return new Verdict(question is null ? Fullest.Of(candidates) : candidates, issues) { Clockless = clockless, Question = question };
    }

    /// <summary>Where several ways lead to a thing, one query for each way that binds; where a choice meets another, one for each of them together.</summary>
    private IEnumerable<(SemanticQuery Query, BoundQuery Bound)> ByWay(SemanticQuery query, Seq<Issue> issues, BindingContext context, int choices = 0)
    {
        if (choices == MostChoicesOfWays || issues.FirstOrDefault(i => i.Code == "two_ways") is not { Element: { } target } ways || grammar.Catalog.FindDataset(target) is not { } dataset)
        {
            yield break;
        }

        foreach (var via in ways.Suggestions)
        {
            var taken = Canonicalizer.Canonicalize(Ways.Take(query, dataset, via, grammar.Catalog), grammar.Catalog, context.Now);
            var chosen = taken.Succeeded ? Canonicalizer.Canonicalize(Kinds.Of(taken.Value, [], grammar.Catalog), grammar.Catalog, context.Now) : taken;
            if (!chosen.Succeeded || chosen.Value == query)
            {
                continue;
            }

            var outcome = judge(chosen.Value, context);
            foreach (var found in outcome.Succeeded ? [(chosen.Value, outcome.Value)] : ByWay(chosen.Value, outcome.Issues, context, choices + 1))
            {
                yield return found;
            }
        }
    }

    /// <summary>"fees by city of the patient", "visits treated in Oslo", "shipments from Busan": of several ways those that go over what the question speaks of, where not all of them do.</summary>
    private static IEnumerable<SemanticQuery> Spoken(IReadOnlyList<(SemanticQuery Query, BoundQuery Bound)> ways, Reading reading, IReadOnlyList<Atom> atoms)
    {
        var left = ways;
        foreach (var leaf in reading.Sentence.Phrases.SelectMany(p => p.Leaves()))
        {
            var over = leaf.Sense switch
            {
                ValueSense { Via: null } value => OfValue(left, leaf, value, reading, atoms),
                // "for every faculty, the major with the highest pass rate": the major's.
                EntitySense { Via: { } } when reading.Query is { Top: not null } => left.Where(w => Steps(w.Bound).Sum(steps => steps.Count()) == left.Min(other => Steps(other.Bound).Sum(steps => steps.Count()))).ToList(),
                EntitySense { Via: null } entity => left.Where(w => Steps(w.Bound).All(steps => steps.Any(s => s.Dataset == entity.Dataset))).ToList(),
                LinkSense link => left.Where(w => Steps(w.Bound).All(steps => steps.Any(s => s.Relationship == link.Way))).ToList(),
                // "who worked the most hours": those by whom it was worked.
                NamePartSense => left.Where(w => Steps(w.Bound).All(steps => steps.Any(s => s.Relationship is { } way && IsToldBy(way, string.Join(' ', atoms.Skip(leaf.Start).Take(leaf.End - leaf.Start).Select(a => a.Key)))))).ToList(),
                _ => [],
            };
            left = over.Count > 0 ? over : left;
        }

        return left.Select(w => w.Query);
    }

    /// <summary>Where a place lies: at the end that the words beside it tell, else where those are who are spoken of right there ("Plus members in Bonn", "Bonn's gold customers").</summary>
    private static List<(SemanticQuery Query, BoundQuery Bound)> OfValue(IReadOnlyList<(SemanticQuery Query, BoundQuery Bound)> ways, Phrase leaf, ValueSense value, Reading reading, IReadOnlyList<Atom> atoms)
    {
        if (Directions.Of(atoms, leaf.Start, leaf.End) is { } from && ways.Where(w => Steps(w.Bound).All(steps => steps.Any(s => Leads(s, from)) && !steps.Any(s => Leads(s, !from)))).ToList() is { Count: > 0 } ends)
        {
            return ends;
        }

        var beside = value.Negated ? [] : reading.Sentence.Phrases.SelectMany(p => p.Leaves()).Where(l => l.Sense is ValueSense { Via: null, Negated: false } other && other.Field.Dataset != value.Field.Dataset && (l.Start - leaf.End is >= 0 and <= MostBetween || leaf.Start - l.End is >= 0 and <= MostBetween))
            .Select(l => ((ValueSense)l.Sense).Field.Dataset).ToList();
        return ways.Where(w => Steps(w.Bound).All(steps => steps.Any(s => s.Dataset == value.Field.Dataset && s.Relationship is { } way && beside.Exists(d => d == way.From || d.Lineage.Contains(way.From))))).ToList();
    }

    /// <summary>Whether a way is called by what somebody does: "worked" of "worked by".</summary>
    private static bool IsToldBy(Relationship way, string verb) => way.Verbs.Words.Any(w => w.Text.Equals(verb, StringComparison.OrdinalIgnoreCase) || w.Text.Equals($"{verb} by", StringComparison.OrdinalIgnoreCase));

    private static bool Leads(JoinStep step, bool from) => step.Relationship is { } way && Directions.Leads(way, from);

    private static IEnumerable<IEnumerable<JoinStep>> Steps(BoundQuery query) => query.Sources.Select(s => s.Joins.Steps.SelectMany(step => step.Flat));

    /// <summary>Where the numbers go by no date, one query for each date that their rows have.</summary>
    private IEnumerable<SemanticQuery> ByClock(SemanticQuery query, Seq<Issue> issues, BindingContext context) =>
        issues.All(i => i.Code == "no_time")
            ? Clocks.Of(query, grammar)
                .Select(clock => Canonicalizer.Canonicalize(Clocks.Take(query, clock, grammar.Catalog), grammar.Catalog, context.Now))
                .Where(chosen => chosen.Succeeded && judge(chosen.Value, context).Succeeded)
                .Select(chosen => chosen.Value).OfType<SemanticQuery>()
            : [];

    /// <summary>How sure one reading is: less for guessed words, implausible steps, and a rival not far behind.</summary>
    public static double Confidence(Reading reading, double? rival)
    {
        var words = reading.Sentence.Phrases.SelectMany(p => p.Leaves()).ToList();
        var implausible = Math.Max(0, reading.Cost - words.Sum(l => l.Cost) - (0.1 * words.Count));
        var confidence = 0.98 - (0.12 * Math.Min(implausible, 2.5));
        confidence -= words.Any(w => w.Guessed) ? 0.18 : 0;
        confidence -= rival - reading.Cost < 2 * Tie ? 0.06 : 0;
        return Math.Round(Math.Clamp(confidence, 0.3, 0.98), 2);
    }
}
