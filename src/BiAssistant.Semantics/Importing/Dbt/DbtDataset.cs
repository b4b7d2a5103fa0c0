using BiAssistant.Sql;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>What of a measure is aggregated, in a dataset's own words.</summary>
/// <param name="Call">The aggregate; null where there is none.</param>
/// <param name="Problem">Why there is none, as the end of a sentence.</param>
internal sealed record DbtAggregate(SqlExpression? Call, string? Problem);

/// <summary>A semantic model as a dataset: its fields, and what of them its entities, dimensions and measures are.</summary>
internal sealed class DbtDataset
{
    private readonly DbtSql _sql;
    private readonly DbtRemarks _remarks;
    private readonly Dictionary<string, DbtField> _entities = [];
    private readonly Dictionary<string, DbtField> _dimensions = [];
    private readonly Dictionary<string, DbtAggregate> _measures = [];

    public DbtDataset(string name, DbtSemanticModel model, DbtModel? table, DbtSql sql, DbtRemarks remarks)
    {
        (Name, Model, Table, _sql, _remarks) = (name, model, table, sql, remarks);
        foreach (var dimension in model.Dimensions)
        {
            Fields.Reserve(dimension.Name);
        }

        Keys();
        Dimensions();
    }

    public string Name { get; }

    public DbtSemanticModel Model { get; }

    /// <summary>The model that its rows are; null where the project says nothing of it.</summary>
    public DbtModel? Table { get; }

    public DbtFields Fields { get; } = new();

    /// <summary>The columns that tell its rows apart; empty where none do.</summary>
    public Seq<string> PrimaryKey =>
        Model.Entities.FirstOrDefault(entity => entity.Type == DbtEntityType.Primary) is { } key && Entity(key.Name)?.Column is { } column && Partitions.All(partition => Dimension(partition.Name)?.Column is not null)
            ? Partitions.Select(partition => Dimension(partition.Name)!.Column!).Prepend(column).ToSeq()
            : [];

    /// <summary>The dimensions for each of whose values a key has a row of its own.</summary>
    public Seq<DbtDimension> Partitions => Model.Dimensions.Where(dimension => dimension.IsPartition).ToSeq();

    public DbtField? Entity(string name) => _entities.GetValueOrDefault(name);

    public DbtField? Dimension(string name) => _dimensions.GetValueOrDefault(name);

    /// <summary>What of a measure is aggregated; only what is asked for here becomes a field.</summary>
    public DbtAggregate? Measure(string name)
    {
        if (!_measures.TryGetValue(name, out var made) && Model.Measures.FirstOrDefault(measure => measure.Name == name) is { } measure)
        {
            _measures[name] = made = Aggregate(measure);
        }

        return made;
    }

    public SqlColumn Column(DbtField field) => new(Name, field.Name);

    public DbtColumn? ColumnOf(SqlExpression tree) => tree is SqlColumn { Name: var name } ? Table?.Columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) : null;

    /// <summary>Keys come first, so that a dimension over the same column is the field of both.</summary>
    private void Keys()
    {
        foreach (var entity in Model.Entities)
        {
            var read = Read(entity.Expression, entity.At);
            if (read.Tree is not { } tree)
            {
                _remarks.LeftOut($"The entity '{entity.Name}' of {Name} is left out: {read.Problem}.", entity.At);
                continue;
            }

            var dimension = Model.Dimensions.FirstOrDefault(d => !d.IsTime && Read(d.Expression, d.At).Tree == tree);
            _entities[entity.Name] = dimension is not null ? Add(dimension, tree)
                : Fields.Need(tree is SqlColumn { Name: var column } ? column : entity.Name, tree, field => Described(field) with
                {
                    IsHidden = !entity.IsUnique,
                    Label = entity.Label is { } label ? Catalogs.LocalText.Of(label) : Catalogs.LocalText.Empty,
                    Description = entity.Description ?? ColumnOf(tree)?.Description,
                    DefaultAggregate = "none",
                });
        }
    }

    private void Dimensions()
    {
        foreach (var dimension in Model.Dimensions.Where(dimension => !_dimensions.ContainsKey(dimension.Name)))
        {
            var read = Read(dimension.Expression, dimension.At);
            if (read.Tree is { } tree)
            {
                Add(dimension, tree);
            }
            else
            {
                _remarks.LeftOut($"The dimension '{dimension.Name}' of {Name} is left out: {read.Problem}.", dimension.At);
            }
        }
    }

    private DbtField Add(DbtDimension dimension, SqlExpression tree)
    {
        if (_dimensions.TryGetValue(dimension.Name, out var known))
        {
            return known;
        }

        if (dimension is { IsTime: true, Grain: null })
        {
            _remarks.LeftOut($"The grain of the time '{dimension.Name}' of {Name} is one that the project has made itself; the time is asked by the calendar's.", dimension.At);
        }

        if (dimension.Grain > SqlTimeUnit.Day)
        {
            _remarks.Guessed($"The time '{dimension.Name}' of {Name} is told by the {dimension.Grain.ToString()!.ToLowerInvariant()}: asked by shorter periods, everything stands at the day on which it begins.", dimension.At);
        }

        Fields.Release(dimension.Name);
        return _dimensions[dimension.Name] = Fields.Add(dimension.Name, tree, field => Described(field) with
        {
            Dimension = dimension,
            Label = DbtLabels.Of(dimension),
            Synonyms = dimension.Meta.Synonyms,
            Description = dimension.Description ?? ColumnOf(tree)?.Description,
            Datatype = DbtDatatypes.Of(ColumnOf(tree)?.DataType) ?? (dimension.Grain < SqlTimeUnit.Day ? "DateTime" : null),
        });
    }

    private DbtAggregate Aggregate(DbtMeasure measure)
    {
        if (measure.Aggregation is "count" && measure.Expression is "*" or "1" || (measure.Aggregation is "sum" && measure.Expression == "1"))
        {
            return new DbtAggregate(new SqlAggregate("COUNT", [new SqlStar()]), null);
        }

        if (measure.Expression.Length == 0)
        {
            return new DbtAggregate(null, "it counts without saying of what: an 'expr' says it, such as 1 for every row");
        }

        if (measure is { Aggregation: "percentile", IsDiscrete: true })
        {
            return new DbtAggregate(null, "it takes a percentile among the values that there are, and a catalog's lies between them");
        }

        if (measure is { Aggregation: "percentile", Percentile: null or < 0 or > 1 })
        {
            return new DbtAggregate(null, "it does not say which percentile, as a fraction of 1");
        }

        if (Call(measure, new SqlColumn(null, measure.Name)) is null)
        {
            return new DbtAggregate(null, measure.Aggregation.Length == 0 ? "it does not say how it aggregates" : $"'{measure.Aggregation}' is no aggregation that is known");
        }

        var read = Read(measure.Expression, measure.At);
        if (read.Tree is not { } tree)
        {
            return new DbtAggregate(null, read.Problem);
        }

        return new DbtAggregate(Call(measure, Column(Fields.Need(tree is SqlColumn { Name: var column } ? column : measure.Name, tree, field => Described(field) with
        {
            IsHidden = tree is not SqlColumn || measure.Snapshot is not null,
            Datatype = measure.Aggregation == "sum_boolean" ? "Boolean" : DbtDatatypes.Of(ColumnOf(tree)?.DataType),
            DefaultAggregate = measure.Aggregation switch { "sum" => "sum", "average" => "avg", "min" => "min", "max" => "max", _ => null },
        }))), null);
    }

    private static SqlAggregate? Call(DbtMeasure measure, SqlColumn column) => measure.Aggregation switch
    {
        "sum" => new SqlAggregate("SUM", [column]),
        "average" => new SqlAggregate("AVG", [column]),
        "min" => new SqlAggregate("MIN", [column]),
        "max" => new SqlAggregate("MAX", [column]),
        "count" => new SqlAggregate("COUNT", [column]),
        "count_distinct" => new SqlAggregate("COUNT", [column]) { Distinct = true },
        "median" => new SqlAggregate("MEDIAN", [column]),
        "percentile" => new SqlAggregate("PERCENTILE", [column, new SqlNumber(measure.Percentile!.Value)]),
        "sum_boolean" => new SqlAggregate("SUM", [new SqlCase(null, [new SqlWhen(column, new SqlNumber(1))], new SqlNumber(0))]),
        _ => null,
    };

    private DbtField Described(DbtField field) => field with { Description = ColumnOf(field.Tree)?.Description, Datatype = DbtDatatypes.Of(ColumnOf(field.Tree)?.DataType) };

    private DbtExpression Read(string expression, TextLocation at) => Model.Reference is { } reference ? _sql.OfRow(expression, at, Model.Name, reference.Name) : _sql.OfRow(expression, at, Model.Name);
}
