using System.Text;
using BiAssistant.Sql.Dialects;
using BiAssistant.Sql.Writing;

namespace BiAssistant.Tests.Sql;

/// <summary>Texts for one dialect without end: those of the gate and of random trees, bent a little, and words in no order.</summary>
internal sealed class Mutations
{
    private const int WrittenTrees = 300;
    private const int LongestStart = 400;
    private const int LongestText = 600;
    private const string Noise = "()'\"`[]-/*;,. \n\r\t\0$@:=<>|#\\+%!{}&eE1ASq한\uD800\u00A0\u017F";

    private static readonly string[] Words =
    [
        "SELECT", "FROM", "WHERE", "GROUP", "BY", "ORDER", "HAVING", "WITH", "AS", "UNION", "ALL", "EXCEPT", "INTERSECT", "JOIN", "LEFT", "ON", "USING", "CROSS", "CASE", "WHEN", "THEN", "ELSE", "END",
        "NOT", "AND", "OR", "IN", "IS", "NULL", "LIKE", "ESCAPE", "BETWEEN", "EXISTS", "ANY", "OVER", "PARTITION", "ROWS", "LIMIT", "OFFSET", "FETCH", "NEXT", "ONLY", "TOP", "QUALIFY", "DISTINCT", "FILTER",
        "CAST", "EXTRACT", "INTERVAL", "DATE", "TIMESTAMP", "MONTH", "NULLS", "FIRST", "SUM", "COUNT", "COALESCE", "UPPER", "CURRENT_DATE", "INTO", "FOR", "UPDATE", "DELETE", "DROP", "TABLE", "users", "password",
        "orders", "sales.customers", "id", "amount", "status", "note", "o", "c", "x", "(", ")", "(", ")", ",", ",", ".", "*", "=", "<>", "<=>", "||", "::", "+", "-", "/", ";", "1", "2.5", "'x'", "''", "@p1", "$p1", ":p1", "--", "/*", "*/",
    ];

    private readonly IReadOnlyList<string> _starts;

    private Mutations(IReadOnlyList<string> starts) => _starts = starts;

    /// <summary>The gate's texts that the dialect is tried with, and trees that were written in it.</summary>
    public static Mutations Of(SqlDialect dialect)
    {
        var written = Enumerable.Range(0, WrittenTrees).Select(tree => SqlWriter.Write(new RandomTrees(GeneratedCases.SeedFor(tree)).Query(1), dialect).Value?.Text).OfType<string>();
        var harmless = GateTexts.Harmless.Where(text => text.Dialect == dialect).Select(text => text.Text).ToList();
        var hostile = GateTexts.Hostile.Where(text => text.Dialect == dialect).Select(text => text.Text);
        return new Mutations([.. hostile.Concat(harmless).Concat(harmless).Concat(written).Where(text => text.Length <= LongestStart)]);
    }

    /// <summary>A run of texts that a seed makes again.</summary>
    public Run From(int seed) => new(_starts, new Random(seed));

    public sealed class Run(IReadOnlyList<string> starts, Random random)
    {
        private readonly StringBuilder _text = new();

        public string Next()
        {
            _text.Clear();
            if (random.Next(10) == 0)
            {
                Soup();
            }
            else
            {
                _text.Append(Start());
                for (var changes = random.Next(1, 4); changes > 0 && _text.Length is > 0 and <= LongestText; changes--)
                {
                    Change();
                }
            }

            return _text.ToString();
        }

        private string Start() => starts[random.Next(starts.Count)];

        private string Word() => Words[random.Next(Words.Length)];

        private void Soup()
        {
            _text.Append("SELECT id ");
            for (var words = random.Next(1, 25); words > 0; words--)
            {
                _text.Append(Word()).Append(' ', random.Next(8) == 0 ? 0 : 1);
            }
        }

        private void Change()
        {
            var at = random.Next(_text.Length);
            switch (random.Next(8))
            {
                case 0:
                    _text.Remove(at, Math.Min(random.Next(1, 6), _text.Length - at));
                    break;
                case 1:
                    _text.Insert(at, Noise[random.Next(Noise.Length)]);
                    break;
                case 2:
                    _text[at] = Noise[random.Next(Noise.Length)];
                    break;
                case 3:
                    _text.Insert(at, " " + Word() + " ");
                    break;
                case 4:
                    _text.Insert(random.Next(_text.Length), _text.ToString(at, Math.Min(random.Next(30), _text.Length - at)));
                    break;
                case 5:
                    Exchange();
                    break;
                case 6:
                    Wrap();
                    break;
                default:
                    Splice();
                    break;
            }
        }

        /// <summary>One word becomes another.</summary>
        private void Exchange()
        {
            var words = _text.ToString().Split(' ');
            words[random.Next(words.Length)] = Word();
            _text.Clear().AppendJoin(' ', words);
        }

        /// <summary>The whole becomes a part of something.</summary>
        private void Wrap()
        {
            var (before, after) = random.Next(5) switch
            {
                0 => ("SELECT x.id FROM (", ") x"),
                1 => ("WITH a AS (", ") SELECT a.id FROM a"),
                2 => ("(", ")"),
                3 => ("SELECT id FROM orders WHERE id IN (", ")"),
                _ => ("SELECT id FROM orders UNION ALL ", ""),
            };
            _text.Insert(0, before).Append(after);
        }

        /// <summary>Goes on as another text does.</summary>
        private void Splice()
        {
            var other = Start();
            _text.Length = random.Next(_text.Length + 1);
            _text.Append(other.AsSpan(random.Next(other.Length + 1)));
        }
    }
}
