using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Exporting;

/// <summary>A value in the shape that Ossie has for its key.</summary>
/// <param name="Node">What Ossie is told; null when nothing of it can be said.</param>
/// <param name="IsWhole">It says all that was given; else what was given is carried in our extension too.</param>
internal readonly record struct OssieValue(YamlNode? Node, bool IsWhole);

/// <summary>The shapes of values in a strict Ossie document, and the nearest such value to what a catalog gives.</summary>
internal static class OssieShapes
{
    private static readonly string[] Dialects = ["ANSI_SQL", "SNOWFLAKE", "MDX", "TABLEAU", "DATABRICKS", "MAQL", "BIGQUERY"];

    private static readonly string[] Datatypes = ["String", "Integer", "Decimal", "Float", "Boolean", "Date", "Time", "DateTime", "DateTimeTz", "Opaque"];

    /// <summary>One text. Of words in several languages, Ossie is told those that an English reader sees.</summary>
    public static OssieValue Text(YamlNode given)
    {
        if (given is YamlScalar scalar)
        {
            return new OssieValue(Scalar(given, scalar.Text), !ExactJson.IsMoreThanText(scalar));
        }

        return new OssieValue(Words(given).In("en") is { } english ? Scalar(given, english) : null, IsWhole: false);
    }

    public static OssieValue Texts(YamlNode given)
    {
        var scalars = Items(given).OfType<YamlScalar>().ToList();
        return new OssieValue(List(given, scalars.Select(s => Scalar(s, s.Text))), scalars.Count == Items(given).Count && !scalars.Exists(ExactJson.IsMoreThanText));
    }

    public static OssieValue ListsOfTexts(YamlNode given)
    {
        var lists = Items(given).Select(Texts).ToList();
        return new OssieValue(List(given, lists.Select(l => l.Node!)), given is YamlList { Items: var items } && items.TrueForAll(i => i is YamlList) && lists.TrueForAll(l => l.IsWhole));
    }

    public static OssieValue Datatype(YamlNode given)
    {
        if (given is YamlScalar text && Datatypes.Contains(text.Text))
        {
            return new OssieValue(Scalar(given, text.Text), IsWhole: true);
        }

        var keys = new YamlMap(given.Source, given.Line, given.Column);
        keys.Pairs.Add(new YamlPair(Scalar(given, "datatype"), given));
        var word = DatatypeReader.Read(new KeyReader(keys, "a field", "", new IssueList())).Kind switch
        {
            SqlTypeKind.Text => "String",
            SqlTypeKind.Integer or SqlTypeKind.BigInteger => "Integer",
            SqlTypeKind.Decimal => "Decimal",
            SqlTypeKind.Double => "Float",
            SqlTypeKind.Boolean => "Boolean",
            SqlTypeKind.Date => "Date",
            SqlTypeKind.Time => "Time",
            SqlTypeKind.Timestamp => "DateTime",
            SqlTypeKind.TimestampTz => "DateTimeTz",
            _ => "Opaque",
        };
        return new OssieValue(Scalar(given, word), IsWhole: false);
    }

    public static OssieValue Dimension(YamlNode given)
    {
        var time = (given as YamlMap)?.Find("is_time");
        var said = time is YamlScalar { Style: YamlStyle.Plain, Text: "true" or "false" };
        var dimension = new YamlMap(given.Source, given.Line, given.Column);
        if (time is YamlScalar flag && bool.TryParse(flag.Text, out var value))
        {
            dimension.Pairs.Add(new YamlPair(Scalar(given, "is_time"), new YamlScalar(given.Source, given.Line, given.Column, value ? "true" : "false", YamlStyle.Plain)));
        }

        return new OssieValue(dimension, said || time is null);
    }

    /// <summary>The dialects' texts; what no Ossie dialect says is null there, so that another tool shows nothing rather than something else.</summary>
    public static OssieValue Expression(YamlNode given)
    {
        if (given is YamlScalar text)
        {
            return new OssieValue(Portable(given, text.Text), IsWhole: true);
        }

        var items = given is YamlMap map ? Items(map.Find("dialects")) : [];
        var known = items.OfType<YamlMap>()
            .Where(item => item.Find("dialect") is YamlScalar dialect && Dialects.Contains(dialect.Text) && item.Find("expression") is YamlScalar)
            .Select(item => InDialect(item, ((YamlScalar)item.Find("dialect")!).Text, ((YamlScalar)item.Find("expression")!).Text))
            .ToList();
        var whole = known.Count == items.Count && given is YamlMap { Pairs.Count: 1 } only && only.Find("dialects") is YamlList;
        return known.Count == 0 ? new OssieValue(Portable(given, "NULL"), IsWhole: false) : new OssieValue(OfDialects(given, known), whole);
    }

    public static YamlMap Portable(YamlNode at, string sql) => OfDialects(at, [InDialect(at, "ANSI_SQL", sql)]);

    public static OssieValue Extensions(YamlNode given)
    {
        var extensions = Items(given).OfType<YamlMap>().Select(item => Map(item, ["vendor_name", "data"], item.Find)).ToList();
        var whole = given is YamlList && Items(given).All(i => i is YamlMap map && map.Pairs.Count == 2 && map.Pairs.TrueForAll(p => p.Value is YamlScalar text && !ExactJson.IsMoreThanText(text)));
        return new OssieValue(List(given, extensions), whole);
    }

    /// <summary>What the author tells language models, with the element's own synonyms among it.</summary>
    public static OssieValue AiContext(YamlNode? given, YamlNode? synonyms, YamlNode at)
    {
        var words = synonyms is null ? [] : Words(synonyms).Words.Select(w => w.Text).ToList();
        switch (given)
        {
            case YamlScalar text when words.Count == 0:
                return new OssieValue(Scalar(text, text.Text), !ExactJson.IsMoreThanText(text));
            case YamlMap map:
                return Context(map, words);
            default:
                var plain = new YamlMap(at.Source, at.Line, at.Column);
                if (given is YamlScalar instructions)
                {
                    plain.Pairs.Add(new YamlPair(Scalar(at, "instructions"), Scalar(at, instructions.Text)));
                }

                if (words.Count > 0)
                {
                    plain.Pairs.Add(new YamlPair(Scalar(at, "synonyms"), List(at, words.Distinct().Select(w => Scalar(at, w)))));
                }

                return new OssieValue(plain.Pairs.Count == 0 ? null : plain, plain.Pairs.Count == 0);
        }
    }

    private static OssieValue Context(YamlMap given, List<string> words)
    {
        var context = new YamlMap(given.Source, given.Line, given.Column);
        var whole = words.Count == 0;
        foreach (var pair in given.Pairs.Where(p => p.Value is not YamlScalar { IsNull: true }))
        {
            var value = pair.Key.Text switch
            {
                "instructions" => Text(pair.Value),
                "synonyms" when pair.Value is YamlMap or YamlScalar => new OssieValue(List(given, Words(pair.Value).Words.Select(w => Scalar(given, w.Text))), IsWhole: false),
                "synonyms" or "examples" => pair.Value is YamlList ? Texts(pair.Value) : Texts(pair.Value) with { IsWhole = false },
                _ => new OssieValue(pair.Value, IsWhole: true),
            };
            whole &= value.IsWhole;
            if (value.Node is { } node && !(pair.Key.Text == "synonyms" && words.Count > 0))
            {
                context.Pairs.Add(pair with { Value = node });
            }
        }

        if (words.Count > 0)
        {
            var said = given.Find("synonyms") is { } own ? Words(own).Words.Select(w => w.Text) : [];
            context.Pairs.Add(new YamlPair(Scalar(given, "synonyms"), List(given, said.Concat(words).Distinct().Select(w => Scalar(given, w)))));
        }

        return new OssieValue(context, whole);
    }

    public static YamlScalar Scalar(YamlNode at, string text) => new(at.Source, at.Line, at.Column, text, YamlStyle.Quoted);

    public static YamlList List(YamlNode at, IEnumerable<YamlNode> items)
    {
        var list = new YamlList(at.Source, at.Line, at.Column);
        list.Items.AddRange(items);
        return list;
    }

    public static List<YamlNode> Items(YamlNode? node) => node switch
    {
        null or YamlScalar { IsNull: true } => [],
        YamlList list => list.Items,
        _ => [node],
    };

    private static LocalText Words(YamlNode given) =>
        new KeyReader(new YamlMap(given.Source, given.Line, given.Column), "a text", "", new IssueList()).WordsOf(given, "text");

    private static YamlMap OfDialects(YamlNode at, IEnumerable<YamlNode> dialects)
    {
        var expression = new YamlMap(at.Source, at.Line, at.Column);
        expression.Pairs.Add(new YamlPair(Scalar(at, "dialects"), List(at, dialects)));
        return expression;
    }

    private static YamlMap InDialect(YamlNode at, string dialect, string sql) =>
        Map(at, ["dialect", "expression"], key => Scalar(at, key == "dialect" ? dialect : sql));

    private static YamlMap Map(YamlNode at, IEnumerable<string> keys, Func<string, YamlNode?> value)
    {
        var map = new YamlMap(at.Source, at.Line, at.Column);
        map.Pairs.AddRange(keys.Select(key => new YamlPair(Scalar(at, key), Scalar(at, (value(key) as YamlScalar)?.Text ?? ""))));
        return map;
    }
}
