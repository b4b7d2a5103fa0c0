using BiAssistant.Understanding.Grounding;
using BiAssistant.Understanding.Languages.English;

namespace BiAssistant.Understanding.Grammar;

/// <summary>Puts two phrases side by side together to one; null when they do not go together. Every rule is a class of its own, listed in <see cref="GrammarRules"/>.</summary>
internal abstract class Rule
{
    /// <summary>The sense of both together and what the step adds to the cost; null when the rule does not apply.</summary>
    public abstract (Sense Sense, double Cost)? Combine(Phrase left, Phrase right, GrammarContext context);

    /// <summary>The sense of a phrase seen in another way; null when the rule does not apply.</summary>
    public virtual (Sense Sense, double Cost)? Promote(Phrase phrase, GrammarContext context) => null;
}

/// <summary>
/// Bottom-up chart over the question's atoms: cheapest phrases first, each pair of neighbours offered to every rule, words without meaning skipped
/// between them. Bounded in phrases and steps, so that any question ends in time.
/// </summary>
internal sealed class Chart
{
    private const int MostPhrases = 4000;
    private const int MostSteps = 60_000;

    private readonly List<Phrase>[] _byStart;
    private readonly List<Phrase>[] _byEnd;
    private readonly List<(int To, double Cost)>[] _skipsForward;
    private readonly List<(int From, double Cost)>[] _skipsBack;
    private readonly HashSet<(int, int, Sense)> _seen = [];
    private readonly List<int> _besides = [];

    private Chart(int size)
    {
        _byStart = new List<Phrase>[size + 1];
        _byEnd = new List<Phrase>[size + 1];
        _skipsForward = new List<(int, double)>[size + 1];
        _skipsBack = new List<(int, double)>[size + 1];
        for (var i = 0; i <= size; i++)
        {
            (_byStart[i], _byEnd[i], _skipsForward[i], _skipsBack[i]) = ([], [], [], []);
        }
    }

    public IReadOnlyList<Phrase> StartingAt(int start) => _byStart[start];

    public static Chart Parse(Grounded grounded, IReadOnlyList<Rule> rules, GrammarContext context)
    {
        var chart = new Chart(grounded.Atoms.Count);
        chart._besides.AddRange(Enumerable.Range(1, Math.Max(0, grounded.Atoms.Count - 1)).Where(i => EnglishClauses.Beside.Contains((grounded.Atoms[i - 1].Key, grounded.Atoms[i].Key))));
        var agenda = new PriorityQueue<Phrase, double>();
        foreach (var phrase in grounded.Phrases)
        {
            agenda.Enqueue(phrase, phrase.Cost);
        }

        chart.FindSkips(grounded);
        var (phrases, steps) = (0, 0);
        while (agenda.TryDequeue(out var phrase, out _) && phrases < MostPhrases && steps < MostSteps)
        {
            if (!chart._seen.Add((phrase.Start, phrase.End, phrase.Sense)))
            {
                continue;
            }

            phrases++;
            chart._byStart[phrase.Start].Add(phrase);
            chart._byEnd[phrase.End].Add(phrase);
            if (phrase.Sense is UnknownSense or FillerSense)
            {
                continue;
            }

            foreach (var rule in rules)
            {
                if (rule.Promote(phrase, context) is { } seen)
                {
                    agenda.Enqueue(new Phrase(phrase.Start, phrase.End, seen.Sense, phrase.Cost + seen.Cost, phrase), phrase.Cost + seen.Cost);
                }
            }

            steps += chart.CombineWithNeighbours(phrase, rules, context, agenda);
        }

        // However much was given up, every word still has what it means by itself.
        foreach (var phrase in grounded.Phrases.Where(p => chart._seen.Add((p.Start, p.End, p.Sense))))
        {
            chart._byStart[phrase.Start].Add(phrase);
        }

        return chart;
    }

    private int CombineWithNeighbours(Phrase phrase, IReadOnlyList<Rule> rules, GrammarContext context, PriorityQueue<Phrase, double> agenda)
    {
        var steps = 0;
        foreach (var (from, cost) in _skipsBack[phrase.Start])
        {
            foreach (var left in _byEnd[from])
            {
                steps += Offer(left, phrase, cost, rules, context, agenda);
            }
        }

        foreach (var (to, cost) in _skipsForward[phrase.End])
        {
            foreach (var right in _byStart[to])
            {
                steps += Offer(phrase, right, cost, rules, context, agenda);
            }
        }

        return steps;
    }

    private int Offer(Phrase left, Phrase right, double skip, IReadOnlyList<Rule> rules, GrammarContext context, PriorityQueue<Phrase, double> agenda)
    {
        if (left.Sense is LimitSense or ComparedToSense or NumberSense or AggregateSense or UsualSense && right.Sense is MeasuresSense or MetricSense or FieldSense && _besides.Exists(i => left.End < i && i < right.Start))
        {
            // "above 500, with their revenue": shown beside, and not what is limited.
            return 0;
        }

        if (left.Sense is UnknownSense or FillerSense || right.Sense is UnknownSense or FillerSense)
        {
            return 0;
        }

        foreach (var rule in rules)
        {
            if (rule.Combine(left, right, context) is { } made)
            {
                var cost = left.Cost + right.Cost + skip + made.Cost;
                agenda.Enqueue(new Phrase(left.Start, right.End, made.Sense, cost, left, right), cost);
            }
        }

        return rules.Count;
    }

    /// <summary>From every place, where one gets over words without meaning, and at what cost.</summary>
    private void FindSkips(Grounded grounded)
    {
        var size = grounded.Atoms.Count;
        var best = new Dictionary<int, double>[size + 1];
        var fillers = grounded.Phrases.Where(p => p.Sense is FillerSense).ToLookup(p => p.Start);
        for (var from = size; from >= 0; from--)
        {
            best[from] = new Dictionary<int, double> { [from] = 0 };
            foreach (var filler in fillers[from])
            {
                foreach (var (to, cost) in best[filler.End])
                {
                    var total = cost + filler.Cost;
                    if (!best[from].TryGetValue(to, out var known) || total < known)
                    {
                        best[from][to] = total;
                    }
                }
            }

            foreach (var (to, cost) in best[from])
            {
                _skipsForward[from].Add((to, cost));
                _skipsBack[to].Add((from, cost));
            }
        }
    }
}
