using BiAssistant.Tests.Evaluation.Generated.Asking;
using BiAssistant.Tests.Evaluation.Generated.Forms;

namespace BiAssistant.Tests.Evaluation.Generated.Worlds;

/// <summary>A word for a condition on rows of a thing, said twice: as the catalog has it, and as the evaluator looks at rows.</summary>
internal sealed record Term(string Name, string Thing, string Sql, Condition Meaning)
{
    /// <summary>One of some of the things; of one condition or two.</summary>
    public static IReadOnlyList<Term> Draw(Chance chance, IReadOnlyList<Thing> things) => [.. chance.Some(things, 3).Select(thing => Drawn(chance, thing))];

    private static Term Drawn(Chance chance, Thing thing)
    {
        var (sql, meaning) = Condition(chance, thing);
        var name = $"{thing.Name} specials";
        if (chance.In100(50))
        {
            return new Term(name, thing.Name, sql, meaning);
        }

        var (otherSql, other) = Condition(chance, thing);
        return chance.In100(50)
            ? new Term(name, thing.Name, $"{sql} AND {otherSql}", new Both(meaning, other))
            : new Term(name, thing.Name, $"{sql} OR {otherSql}", new Either(meaning, other));
    }

    private static (string Sql, Condition Meaning) Condition(Chance chance, Thing thing)
    {
        var column = chance.Of([.. thing.Columns.Where(column => column is { IsKey: false, Kind: Kind.Whole or Kind.Text })]);
        var field = new Field(thing.Name, column.Name);
        if (chance.In100(20))
        {
            return ($"{thing.Name}.{column.Name} IS NOT NULL", new Empty(field, IsEmpty: false));
        }

        var (sign, value) = column.Kind == Kind.Whole ? (chance.Of("<", ">=", "<>"), (object)(decimal)chance.Between(0, 6)) : (chance.Of("=", "<>"), chance.Of("south", "it's", ""));
        return ($"{thing.Name}.{column.Name} {sign} {MetricMaker.Written(value)}", new Compared(field, sign, value));
    }
}
