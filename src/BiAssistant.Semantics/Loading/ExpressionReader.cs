using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>An expression as it was given.</summary>
/// <param name="Tree">The portable expression; null when there is none or it is broken.</param>
/// <param name="Text">Its text; null when there is none.</param>
/// <param name="Dialects">The expression in single engines' own SQL.</param>
/// <param name="Unsupported">Why it cannot be computed, as the end of a sentence; null when it can.</param>
internal sealed record ReadExpression(SqlExpression? Tree, YamlScalar? Text, Seq<DialectText> Dialects, string? Unsupported);

/// <summary>Reads an expression: a text in portable SQL, or Ossie's list of dialects.</summary>
internal static class ExpressionReader
{
    private static readonly string[] Dialects = ["ANSI_SQL", "SNOWFLAKE", "MDX", "TABLEAU", "DATABRICKS", "MAQL", "BIGQUERY"];

    public static ReadExpression Read(KeyReader keys, string key)
    {
        switch (keys.Node(key))
        {
            case null:
                return new ReadExpression(null, null, [], null);
            case YamlScalar text:
                var tree = SqlTextReader.Expression(text, keys.Element, keys.Issues);
                return new ReadExpression(tree, text, [], tree is null ? "its expression cannot be read" : null);
            case YamlMap map:
                return OfDialects(new KeyReader(map, "'expression'", keys.Element, keys.Issues));
            case var list:
                keys.Error("wrong_shape", $"'{key}' of {keys.Kind} is a text or a list under 'dialects', not a list.", list);
                return new ReadExpression(null, null, [], "its expression cannot be read");
        }
    }

    private static ReadExpression OfDialects(KeyReader keys)
    {
        YamlScalar? portable = null;
        var others = new List<(string Dialect, YamlScalar Text)>();
        foreach (var item in keys.Maps("dialects", "a dialect's expression"))
        {
            var dialect = item.RequiredText("dialect");
            var text = item.RequiredText("expression") is null ? null : item.Scalar("expression");
            item.Done();
            if (dialect is null || text is null)
            {
                continue;
            }

            if (dialect == "ANSI_SQL")
            {
                portable ??= text;
            }
            else
            {
                others.Add((dialect, text));
                Known(dialect, item);
            }
        }

        if (portable is null && others.Count == 0)
        {
            keys.Missing("dialects");
        }

        keys.Done();
        var dialects = others.Select(other => new DialectText(other.Dialect, other.Text.Text.Trim())).ToSeq();
        if (portable is null && others.Count > 0)
        {
            return OfEngines([.. others.Select(other => DialectExpression.Read(other.Dialect, other.Text, keys))], keys) with { Dialects = dialects };
        }

        var tree = portable is null ? null : SqlTextReader.Expression(portable, keys.Element, keys.Issues);
        return new ReadExpression(tree, portable, dialects, tree is null ? "its expression cannot be read" : null);
    }

    /// <summary>Without portable SQL, what engines say in their own is taken where it has one portable meaning; names that it gets wrong then spoil no catalog.</summary>
    private static ReadExpression OfEngines(List<DialectExpression> given, KeyReader keys)
    {
        var meanings = given.Where(expression => expression.Tree is not null).DistinctBy(expression => SqlFolding.Fold(expression.Tree!)).ToList();
        if (meanings is [{ Tree: { } tree, Text: var text }])
        {
            keys.Issues.BeLenientWith(text);
            return new ReadExpression(tree, text, [], null);
        }

        var names = string.Join(" and ", given.Select(expression => expression.Dialect));
        return new ReadExpression(null, null, [], meanings.Count > 1
            ? $"its expressions in {string.Join(" and ", meanings.Select(expression => expression.Dialect))} do not say the same"
            : given.Find(expression => expression.Problem is not null)?.Problem ?? $"it is given only in {names}, not in ANSI_SQL");
    }

    /// <summary>Ossie's dialects and the names of engines; an unknown one is kept and said.</summary>
    private static void Known(string dialect, KeyReader item)
    {
        var nearest = Nearest.To(dialect, Dialects);
        if (!Dialects.Contains(dialect) && DialectExpression.Find(dialect) is null && !nearest.IsEmpty && char.IsUpper(dialect[0]))
        {
            item.Say("unknown_dialect", $"'{dialect}' is no dialect that is known.{Nearest.Question(nearest)}", item.Map.Find("dialect")!, IssueSeverity.Warning, nearest);
        }
    }
}
