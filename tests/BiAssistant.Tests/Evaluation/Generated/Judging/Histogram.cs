using BiAssistant.Tests.Evaluation.Generated.Asking;

namespace BiAssistant.Tests.Evaluation.Generated.Judging;

/// <summary>How often each form, and each pair of forms in one query, came out the same.</summary>
internal sealed class Histogram
{
    private readonly SortedDictionary<string, int> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _pairs = [];

    public int Cases { get; private set; }

    public int WithRows { get; private set; }

    public int Refused { get; private set; }

    public int DeclinedByBoth { get; private set; }

    public IReadOnlyDictionary<string, int> Forms => _forms;

    public IReadOnlyDictionary<(string, string), int> Pairs => _pairs;

    public void Add(Question question, Verdict verdict)
    {
        Cases++;
        WithRows += verdict.HasRows ? 1 : 0;
        Refused += verdict.Outcome == Outcome.Refused ? 1 : 0;
        DeclinedByBoth += verdict.Outcome == Outcome.DeclinedByBoth ? 1 : 0;
        if (verdict.Outcome != Outcome.Same)
        {
            return;
        }

        var forms = question.Forms.Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var form in forms)
        {
            _forms[form] = _forms.GetValueOrDefault(form) + 1;
        }

        foreach (var pair in forms.SelectMany((one, place) => forms.Skip(place + 1).Select(other => (one, other))))
        {
            _pairs[pair] = _pairs.GetValueOrDefault(pair) + 1;
        }
    }

    public override string ToString() =>
        $"{Cases} cases, {WithRows} with rows, {Refused} refused, {DeclinedByBoth} declined by both\n{string.Join('\n', _forms.OrderByDescending(form => form.Value).Select(form => $"{form.Value,7} {form.Key}"))}";
}
