using System.Globalization;
using BiAssistant.Semantics.Loading.Yaml;
using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>What the tests of a model claim, of the columns that the dataset has fields for.</summary>
internal sealed class DbtClaims(DbtDataset dataset)
{
    /// <summary>Columns that no two rows share, beside the primary key.</summary>
    public IEnumerable<Seq<string>> UniqueKeys
    {
        get
        {
            var single = Columns.Where(column => column.Tests.Any(test => test is DbtUnique { Columns.IsEmpty: true }) ).Select(column => new[] { column.Name }.ToSeq());
            var together = (dataset.Table?.Tests ?? []).OfType<DbtUnique>().Select(test => test.Columns).Where(columns => !columns.IsEmpty && columns.All(name => Columns.Any(column => column.Name == name)));
            return single.Concat(together);
        }
    }

    private IEnumerable<DbtColumn> Columns => (dataset.Table?.Columns ?? []).Where(column => dataset.Fields.OfColumn(column.Name) is not null);

    public YamlList? Node()
    {
        var checks = new List<YamlNode>();
        if (DraftYaml.Texts(Columns.Where(column => column.Tests.Any(test => test is DbtNotNull)).Select(column => dataset.Fields.OfColumn(column.Name)!.Name)) is { } notNull)
        {
            checks.Add(DraftYaml.Map(("not_null", notNull)));
        }

        foreach (var column in Columns)
        {
            var field = dataset.Fields.OfColumn(column.Name)!;
            checks.AddRange(column.Tests.Select(test => Node(test, field)).OfType<YamlNode>());
        }

        return DraftYaml.ListOrNone(checks);
    }

    /// <summary>The values that a field may have, where a test lists them.</summary>
    public YamlList? Values(DbtField field) =>
        field.Dimension is { IsTime: false } && field.Column is { } name && Columns.FirstOrDefault(column => column.Name == name)?.Tests.OfType<DbtAcceptedValues>().FirstOrDefault() is { } accepted
            && Listed(accepted, field) is { } values ? DraftYaml.List(values) : null;

    private static YamlMap? Node(DbtTest test, DbtField field) => test switch
    {
        DbtAcceptedValues accepted when Listed(accepted, field) is { } values =>
            DraftYaml.Map(("accepted_values", DraftYaml.Map(("field", DraftYaml.Text(field.Name)), ("values", DraftYaml.List(values))))),
        DbtRange range => DraftYaml.Map(("range", DraftYaml.Map(
            ("field", DraftYaml.Text(field.Name)),
            ("min", range.Least is { } least ? DraftYaml.Number(least) : null),
            ("max", range.Most is { } most ? DraftYaml.Number(most) : null)))),
        _ => null,
    };

    /// <summary>As the column stores them; null where they are no such values.</summary>
    private static List<YamlNode>? Listed(DbtAcceptedValues accepted, DbtField field)
    {
        var isNumber = field.Datatype is "Integer" or "Decimal" or "Float";
        if (field.Datatype is "Date" or "DateTime" or "DateTimeTz" or "Boolean" || (isNumber && !accepted.Values.All(value => Number(value) is not null)))
        {
            return null;
        }

        return [.. accepted.Values.DistinctBy(value => value.Text).Select(value => (isNumber || accepted.AsWritten) && Number(value) is { } number ? DraftYaml.Number(number) : DraftYaml.Text(value.Text))];
    }

    private static decimal? Number(YamlScalar value) => decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
