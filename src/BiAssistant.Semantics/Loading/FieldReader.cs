using BiAssistant.Semantics.Calendars;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;
using BiAssistant.Sql.Analysis;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Loading;

/// <summary>What the text of a field says by itself, before any name is looked up.</summary>
internal sealed record ReadField(Field Field, bool? SensitiveSaid, YamlScalar? ExpressionText, YamlScalar? Parent, YamlScalar? UnitField);

/// <summary>Reads the fields of a dataset.</summary>
internal static class FieldReader
{
    private static readonly (string, DefaultAggregate)[] Aggregates =
    [
        ("sum", DefaultAggregate.Sum), ("avg", DefaultAggregate.Average), ("average", DefaultAggregate.Average), ("min", DefaultAggregate.Min),
        ("max", DefaultAggregate.Max), ("count", DefaultAggregate.Count), ("last", DefaultAggregate.Last), ("none", DefaultAggregate.None),
    ];

    private static readonly (string, TimeGrain?)[] Grains = [.. GrainWords.All.Select(g => (g.Word, (TimeGrain?)g.Grain))];

    public static Seq<Field> ReadAll(KeyReader dataset, Dataset owner, CatalogDraft draft)
    {
        var fields = new List<Field>();
        var taken = new HashSet<string>();
        var (path, id) = ($"{owner.Model.Name}/{owner.Name}/", $"field {owner.Id}.");
        foreach (var keys in dataset.Maps("fields", "a field"))
        {
            if (Read(keys, path, id, owner, draft) is not { } read)
            {
                continue;
            }

            if (taken.Add(read.Field.Name))
            {
                fields.Add(read.Field);
                draft.Fields.Add(read);
            }
            else
            {
                keys.Error("duplicate_name", $"{owner.Name} has two fields '{read.Field.Name}'.", keys.Map.Find("name") ?? keys.Map);
            }
        }

        return fields.ToSeq();
    }

    private static FieldDraft? Read(KeyReader keys, string path, string id, Dataset owner, CatalogDraft draft)
    {
        keys.Element = path + (KeyReader.NameIn(keys.Map) ?? "field");
        var read = keys.Once(Read);
        if (read.Field.Name.Length == 0)
        {
            return null;
        }

        var field = read.Field.CopyFor(owner);
        Linked(read, keys, field, draft);
        draft.Fingerprints.Add(id + field.Name, keys.Map);
        return new FieldDraft(field, keys, read.SensitiveSaid, read.ExpressionText);
    }

    private static ReadField Read(KeyReader keys)
    {
        var name = keys.RequiredText("name");
        var expression = ExpressionReader.Read(keys, "expression");
        var type = DatatypeReader.Read(keys);
        var context = keys.AiContext();
        var tree = expression.Tree ?? new SqlColumn(null, name ?? "");
        if (type.Kind == SqlTypeKind.Unknown && expression.Tree is not null)
        {
            type = SqlTypes.Infer(tree, _ => SqlType.Unknown);
        }

        var (format, pattern) = FormatReader.Read(keys);
        var sensitive = keys.FlagOrNull("sensitive");
        var field = new Field
        {
            Name = name ?? "",
            Expression = tree,
            Dialects = expression.Dialects,
            Type = type,
            IsTime = IsTime(keys) ?? type.IsTemporal,
            Label = keys.Words("label"),
            Synonyms = keys.Synonyms(context),
            Description = keys.Words("description"),
            Hidden = keys.Flag("hidden"),
            Sensitive = sensitive ?? false,
            Access = keys.Texts("access"),
            Values = Values(keys, type),
            Ordered = keys.Flag("ordered"),
            IndexValues = keys.FlagOrNull("index_values"),
            NullLabel = keys.Words("null_label"),
            NullValues = keys.Scalars("null_values").Select(v => LiteralReader.Read(v, type)).ToSeq(),
            Entity = keys.Entity("entity"),
            Rollup = keys.Flag("rollup"),
            Unit = keys.Words("unit"),
            UnitField = keys.Text("unit_field"),
            Format = format,
            FormatPattern = pattern,
            Scale = Scale(keys),
            DefaultAggregate = keys.Choice("default_aggregate", Aggregates, DefaultAggregate.Unspecified),
            Grain = keys.Choice("grain", Grains, null),
            Verbs = keys.Words("verbs"),
            Adjectives = keys.Adjectives(),
            FilterWords = FilterWordsOf(keys),
            AiContext = context,
            CustomExtensions = keys.CustomExtensions(),
            Unsupported = expression.Unsupported,
        };
        var read = new ReadField(field, sensitive, expression.Text, keys.Scalar("parent"), keys.Scalar("unit_field"));
        keys.Done();
        if (name is not null)
        {
            ModelReader.DotInName(name, keys);
        }

        return read;
    }

    private static bool? IsTime(KeyReader keys)
    {
        if (keys.Inner("dimension", "'dimension'") is not { } dimension)
        {
            return null;
        }

        var said = dimension.FlagOrNull("is_time");
        dimension.Done();
        return said;
    }

    private static decimal? Scale(KeyReader keys)
    {
        var scale = keys.Number("scale");
        if (scale == 0)
        {
            keys.Error("wrong_value", "'scale' of a field is not 0: it would make every number 0.", keys.Map.Find("scale")!);
            return null;
        }

        return scale == 1 ? null : scale;
    }

    private static Seq<CodedValue> Values(KeyReader keys, SqlType type)
    {
        var values = new List<CodedValue>();
        var seen = new HashSet<SqlLiteral>();
        foreach (var item in keys.Items("values"))
        {
            CodedValue? value = null;
            if (item is YamlScalar plain)
            {
                value = new CodedValue(LiteralReader.Read(plain, type), LocalText.Empty, LocalText.Empty);
            }
            else if (keys.Inner(item, "values", "a value") is { } inner)
            {
                if (inner.Map.Find("value") is YamlScalar)
                {
                    value = new CodedValue(LiteralReader.Read((YamlScalar)inner.Map.Find("value")!, type), inner.Words("label"), inner.Words("synonyms"));
                }
                else
                {
                    inner.Missing("value");
                }

                inner.Accept("value", "label", "synonyms");
                inner.Done();
            }

            if (value is not null && !Fits(value.Value, type))
            {
                keys.Error("wrong_value", $"{Quoted(item)} is no {(type.IsNumeric ? "number" : "date")}, as the values of this field are: 'value' is what is stored, 'label' what it is called.", item);
            }
            else if (value is not null && seen.Add(value.Value))
            {
                values.Add(value);
            }
            else if (value is not null)
            {
                keys.Error("duplicate_value", "This value is listed twice.", item);
            }
        }

        return values.ToSeq();
    }

    private static bool Fits(SqlLiteral value, SqlType type) =>
        value is SqlNull || (type.IsNumeric ? value is SqlNumber : !type.IsTemporal || value is SqlDate or SqlTimestamp);

    private static string Quoted(YamlNode item) => item is YamlMap map ? $"'{(map.Find("value") as YamlScalar)?.Text}'" : $"'{(item as YamlScalar)?.Text}'";

    private static FilterWords FilterWordsOf(KeyReader keys)
    {
        if (keys.Inner("filter_words", "'filter_words'") is not { } inner)
        {
            return FilterWords.None;
        }

        var words = new FilterWords(inner.Words("true"), inner.Words("false"));
        inner.Done();
        return words;
    }

    private static void Linked(ReadField read, KeyReader keys, Field field, CatalogDraft draft)
    {
        var scope = new NameScope(field.Dataset, field.Dataset.Model);
        if (read.Parent is { } parent)
        {
            draft.Later.Add(names =>
            {
                var above = names.Field(parent.Text.Trim(), scope, keys, parent)?.Field;
                for (var up = above; up is not null; up = up.Parent)
                {
                    if (up == field)
                    {
                        keys.Error("circular_parent", above == field ? $"{field.Name} is its own 'parent'." : $"{field.Name} and {above?.Name} are above each other: a 'parent' leads upwards.", parent);
                        return;
                    }
                }

                field.Parent = above;
            });
        }

        if (read.UnitField is { } unit)
        {
            draft.Later.Add(names => names.Field(unit.Text.Trim(), scope, keys, unit));
        }
    }
}
