using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Loading;

/// <summary>Reads what is claimed of a dataset's rows: a list of maps, each with one key.</summary>
internal static class CheckReader
{
    public static void Read(KeyReader keys, Dataset dataset, CatalogDraft draft)
    {
        var checks = keys.Maps("checks", "a check").ToList();
        draft.Later.Add(names =>
        {
            foreach (var map in checks)
            {
                foreach (var check in Checks(map, dataset, names))
                {
                    draft.Places.Add(dataset, $"checks {dataset.Checks.Count}", map.Map.At);
                    dataset.Checks = dataset.Checks.Add(check);
                }
            }
        });
    }

    private static List<DatasetCheck> Checks(KeyReader keys, Dataset dataset, Resolution names)
    {
        var found = new List<DatasetCheck>();
        if (keys.Has("not_null"))
        {
            found.Add(new NotNullCheck(Fields(keys, "not_null", dataset, names)));
        }

        if (keys.Has("unique"))
        {
            found.Add(new UniqueCheck(Fields(keys, "unique", dataset, names)));
        }

        if (keys.Inner("accepted_values", "'accepted_values'") is { } accepted)
        {
            if (Field(accepted, dataset, names) is { } field)
            {
                found.Add(new AcceptedValuesCheck(field.Name, accepted.Scalars("values").Select(v => LiteralReader.Read(v, field.Type)).ToSeq()));
            }

            accepted.Accept("values");
            accepted.Done();
        }

        if (keys.Inner("range", "'range'") is { } range)
        {
            var (min, max) = (range.Scalar("min"), range.Scalar("max"));
            if (Field(range, dataset, names) is { } field)
            {
                found.Add(new RangeCheck(field.Name, min is null ? null : LiteralReader.Read(min, field.Type), max is null ? null : LiteralReader.Read(max, field.Type)));
            }

            range.Done();
        }

        if (keys.Scalar("custom") is { } text && SqlTextReader.Expression(text, keys.Element, keys.Issues) is { } predicate
            && names.Fields(predicate, new NameScope(dataset, dataset.Model), keys, text) is { } resolved)
        {
            found.Add(new CustomCheck(resolved));
        }

        keys.Done();
        if (keys.Map.Pairs.Count == 0)
        {
            keys.Error("missing_key", "A check says one of not_null, unique, accepted_values, range, custom.", keys.Map);
        }

        return found;
    }

    private static Field? Field(KeyReader keys, Dataset dataset, Resolution names) =>
        keys.RequiredText("field") is not null && keys.Scalar("field") is { } text ? OwnField(text, keys, dataset, names) : null;

    private static Seq<string> Fields(KeyReader keys, string key, Dataset dataset, Resolution names) =>
        keys.Scalars(key).Select(s => OwnField(s, keys, dataset, names)?.Name).OfType<string>().ToSeq();

    private static Field? OwnField(YamlScalar text, KeyReader keys, Dataset dataset, Resolution names)
    {
        var use = names.Field(text.Text.Trim(), new NameScope(dataset, dataset.Model), keys, text);
        if (use is not null && use.Field.Dataset != dataset)
        {
            var nearest = Nearest.To(text.Text, dataset.Fields.Select(f => f.Name));
            keys.Error("unknown_field", $"There is no field '{text.Text}' in {dataset.Name}.{Nearest.Question(nearest)}", text, nearest);
            return null;
        }

        return use?.Field;
    }
}
