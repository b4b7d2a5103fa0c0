using BiAssistant.Sql;

namespace BiAssistant.Semantics.Importing.Dbt;

/// <summary>A way from the rows of one dataset to at most one row of another.</summary>
/// <param name="Entity">By which they are joined.</param>
internal sealed record DbtLink(string Name, DbtDataset From, DbtDataset To, string Entity, Seq<string> FromColumns, Seq<string> ToColumns)
{
    public bool IsOneToOne { get; init; }

    /// <summary>Every row of <c>From</c> has its row in <c>To</c>, as the project's tests claim.</summary>
    public bool IsComplete { get; init; }
}

/// <summary>Makes relationships of entities of the same name, as dbt joins by them: from a foreign key to the one row that has it, or between two keys.</summary>
internal sealed class DbtLinks(IReadOnlyList<DbtDataset> datasets, DbtRemarks remarks)
{
    private readonly List<DbtLink> _links = [];
    private readonly HashSet<string> _names = [.. datasets.Select(dataset => dataset.Name)];

    public Seq<DbtLink> Find()
    {
        var homes = datasets
            .SelectMany(dataset => dataset.Model.Entities.Where(entity => entity.IsUnique).Select(entity => (Dataset: dataset, Entity: entity)))
            .OrderByDescending(home => home.Entity.Type == DbtEntityType.Primary)
            .ToLookup(home => home.Entity.Name);
        foreach (var dataset in datasets)
        {
            foreach (var entity in dataset.Model.Entities.Where(entity => !entity.IsUnique))
            {
                Foreign(dataset, entity, [.. homes[entity.Name].Select(home => home.Dataset).Where(home => home != dataset)]);
            }
        }

        foreach (var home in homes)
        {
            OneToOne(home.Key, [.. home.Select(h => h.Dataset)]);
        }

        Tested(homes);
        return _links.ToSeq();
    }

    private void Foreign(DbtDataset from, DbtEntity entity, List<DbtDataset> homes)
    {
        foreach (var home in homes)
        {
            Link(from, home, entity.Name, entity.At, homes.Count > 1);
        }

        if (entity.Type == DbtEntityType.Foreign)
        {
            foreach (var natural in datasets.Where(dataset => dataset != from && dataset.Model.Entities.Any(e => e.Name == entity.Name && e.Type == DbtEntityType.Natural)))
            {
                remarks.LeftOut($"The way from {from.Name} to {natural.Name} by '{entity.Name}' is left out: several rows of {natural.Name} have the same key, each for a time, and catalogs join by keys alone.", entity.At);
            }
        }
    }

    /// <summary>
    /// Rows of two datasets that have the same key. Where others point to both, a way between them would be a second way to each, which drops rows that one of
    /// them lacks; then it is there only if the project claims that none is lacking.
    /// </summary>
    private void OneToOne(string entity, List<DbtDataset> homes)
    {
        var isPointedTo = _links.Exists(link => link.Entity == entity);
        foreach (var other in homes.Skip(1))
        {
            if (homes.Count == 2 && !isPointedTo)
            {
                Link(other, homes[0], entity, other.Model.At, isOneOfSeveral: false, isOneToOne: true);
            }
            else
            {
                remarks.LeftOut($"No way is made between {other.Name} and {homes[0].Name}, which have the same key '{entity}': others point to both, and over one to the other would be a second way that may lose rows. Numbers of one by a field of the other are not answered.", other.Model.At);
            }
        }
    }

    /// <summary>What a relationships test claims of columns that no entity joins by.</summary>
    private void Tested(ILookup<string, (DbtDataset Dataset, DbtEntity Entity)> homes)
    {
        var keys = homes.SelectMany(home => home).Where(home => home.Dataset.Entity(home.Entity.Name)?.Column is not null).ToList();
        foreach (var from in datasets)
        {
            foreach (var (column, test) in from.Table?.Columns.SelectMany(column => column.Tests.OfType<DbtRelationshipTest>().Select(test => (column, test))) ?? [])
            {
                var targets = keys.Where(key => key.Dataset != from && key.Dataset.Model.Reference == test.To && key.Dataset.Entity(key.Entity.Name)!.Column == test.Column).ToList();
                if (targets is [var to] && !_links.Exists(link => (link.From == from && link.To == to.Dataset) || (link.From == to.Dataset && link.To == from)) && from.Model.Entities.All(entity => from.Entity(entity.Name)?.Column != column.Name))
                {
                    Add(new DbtLink(Free($"{from.Name}_{to.Entity.Name}"), from, to.Dataset, to.Entity.Name, [column.Name], [test.Column]) { IsComplete = IsNeverNull(column) });
                    remarks.Guessed($"{from.Name} leads to {to.Dataset.Name} by {column.Name}: a test of the project claims it, though no entity does.", test.At);
                }
            }
        }
    }

    private void Link(DbtDataset from, DbtDataset to, string entity, TextLocation at, bool isOneOfSeveral, bool isOneToOne = false)
    {
        if (from.Entity(entity)?.Column is not { } fromColumn || to.Entity(entity)?.Column is not { } toColumn)
        {
            remarks.LeftOut($"The way from {from.Name} to {to.Name} by '{entity}' is left out: its key is an expression, and relationships pair columns. A column of the model that holds the key would do.", at);
            return;
        }

        var partitions = to.Partitions.Where(partition => from.Partitions.Any(own => own.Name == partition.Name)).ToSeq();
        if (partitions.Count < to.Partitions.Count || partitions.Any(partition => to.Dimension(partition.Name)?.Column is null || from.Dimension(partition.Name)?.Column is null))
        {
            remarks.LeftOut($"The way from {from.Name} to {to.Name} by '{entity}' is left out: {to.Name} has a row of each key for each {string.Join(" and ", to.Partitions.Select(partition => partition.Name))}, by which {from.Name} is not told apart.", at);
            return;
        }

        Seq<string> Columns(DbtDataset side, string key) => partitions.Select(partition => side.Dimension(partition.Name)!.Column!).Prepend(key).ToSeq();
        Add(new DbtLink(Free(isOneOfSeveral ? $"{from.Name}_{entity}_{to.Name}" : $"{from.Name}_{entity}"), from, to, entity, Columns(from, fromColumn), Columns(to, toColumn))
        {
            IsOneToOne = isOneToOne,
            IsComplete = partitions.IsEmpty && from.Table?.Columns.FirstOrDefault(column => column.Name == fromColumn) is { } column && IsNeverNull(column)
                && column.Tests.OfType<DbtRelationshipTest>().Any(test => test.To == to.Model.Reference && test.Column == toColumn),
        });
    }

    private static bool IsNeverNull(DbtColumn column) => column.Tests.Any(test => test is DbtNotNull);

    private void Add(DbtLink link) => _links.Add(link);

    private string Free(string wanted) => UniqueName.Of(wanted.Replace('.', '_'), _names.Add);
}
