using System.Globalization;
using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Forms;
using Function = BiAssistant.Tests.Evaluation.RowByRow.Measures.Function;

namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>Draws metrics: plain ones of one thing, with and without a filter, then ratios and arithmetic of those.</summary>
internal static class MetricMaker
{
    public static IReadOnlyList<Metric> Draw(Chance chance, IReadOnlyList<Thing> things)
    {
        var simple = new List<Metric>();
        foreach (var thing in things)
        {
            simple.Add(Simple(chance, thing, $"{thing.Name}_count", "COUNT(*)", new RowCount(thing.Name)));
            var number = chance.Of([.. thing.Columns.Where(column => column.IsNumber)]);
            var function = chance.Of(Function.Sum, Function.Sum, Function.Sum, Function.Average, Function.Max, Function.Median, Function.CountDistinct);
            simple.Add(Simple(chance, thing, $"{thing.Name}_total", Aggregated.Sql(function, thing, number), new Aggregated(function, new Field(thing.Name, number.Name))));
        }

        var metrics = new List<Metric>(simple);
        for (var made = 1; made <= things.Count; made++)
        {
            var (left, right) = (chance.From(simple), chance.From(simple));
            metrics.Add(chance.In100(40)
                ? new Metric($"ratio{made}", $"type: ratio, numerator: {left.Name}, denominator: {right.Name}", new Quotient(left.Meaning, right.Meaning))
                : Derived(chance, $"derived{made}", left, right));
        }

        return metrics;
    }

    /// <summary>A value as a catalog's expression has it.</summary>
    public static string Written(object value) => value is string text ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'" : ((decimal)value).ToString(CultureInfo.InvariantCulture);

    private static Metric Derived(Chance chance, string name, Metric left, Metric right)
    {
        var sign = chance.Of('+', '-', '*', '/');
        return new Metric(name, $"type: derived, expression: \"{left.Name} {sign} {right.Name}\"", new Calculated(sign, left.Meaning, right.Meaning) { MissingIsZero = true });
    }

    private static Metric Simple(Chance chance, Thing thing, string name, string expression, Measure meaning)
    {
        var root = expression == "COUNT(*)" ? $", dataset: {thing.Name}" : "";
        if (!chance.In100(35))
        {
            return new Metric(name, $"expression: \"{expression}\"{root}", meaning);
        }

        var column = chance.Of([.. thing.Columns.Where(column => column.Kind is Kind.Whole or Kind.Text)]);
        var (sign, value) = column.Kind == Kind.Whole ? (chance.Of("<", ">", "<>"), (object)(decimal)chance.Between(0, 6)) : (chance.Of("=", "<>"), chance.Of("south", "it's"));
        return new Metric(name, $"expression: \"{expression}\"{root}, filter: \"{thing.Name}.{column.Name} {sign} {Written(value)}\"", meaning with { Filter = new Compared(new Field(thing.Name, column.Name), sign, value) });
    }
}
