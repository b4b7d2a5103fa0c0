namespace BiAssistant.Understanding.Grammar;

/// <summary>One way to cut the whole question into phrases; phrases that cannot stand alone are left over.</summary>
internal sealed record Sentence(IReadOnlyList<Phrase> Phrases, double Cost)
{
    /// <summary>The cost of a word that no phrase could use.</summary>
    public const double LeftoverCost = 8;
}

/// <summary>The cheapest ways through the chart from the first word to the last, few at each place.</summary>
internal static class Sentences
{
    /// <summary>How many ways are kept at each place; <see cref="Wide"/> where none of those few is a question that can be answered.</summary>
    public const int Narrow = 64;

    public const int Wide = 320;

    public static IReadOnlyList<Sentence> Best(Chart chart, int size, int beam = Narrow)
    {
        var places = new Place[size + 1];
        for (var i = 0; i <= size; i++)
        {
            places[i] = new Place();
        }

        places[0].Add(new Step(null, null, 0, 0));
        for (var i = 0; i < size; i++)
        {
            var steps = places[i].Cheapest(beam);
            foreach (var phrase in chart.StartingAt(i))
            {
                var cost = phrase.Sense is FillerSense || phrase.Sense.StandsAlone ? phrase.Cost : phrase.Cost + Sentence.LeftoverCost;
                foreach (var step in steps)
                {
                    places[phrase.End].Add(phrase.Sense is FillerSense
                        ? step with { Cost = step.Cost + cost }
                        : new Step(step, phrase, step.Cost + cost, HashCode.Combine(step.Key, phrase.Start, phrase.End, phrase.Sense)));
                }
            }
        }

        return places[size].Cheapest(beam).Select(s => new Sentence(s.Phrases(), s.Cost)).ToList();
    }

    private sealed record Step(Step? Before, Phrase? Phrase, double Cost, int Key)
    {
        public List<Phrase> Phrases()
        {
            var list = new List<Phrase>();
            for (var step = this; step?.Phrase is not null; step = step.Before)
            {
                list.Add(step.Phrase);
            }

            list.Reverse();
            return list;
        }
    }

    /// <summary>The ways that end at one place, the cheapest of each kind.</summary>
    private sealed class Place
    {
        private readonly Dictionary<int, Step> _steps = [];

        public void Add(Step step)
        {
            if (!_steps.TryGetValue(step.Key, out var known) || step.Cost < known.Cost)
            {
                _steps[step.Key] = step;
            }
        }

        public List<Step> Cheapest(int count) => _steps.Values.OrderBy(s => s.Cost).Take(count).ToList();
    }
}
