using BiAssistant.Semantics.Access;
using BiAssistant.Semantics.Binding;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Loading;
using BiAssistant.Sql.Tree;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Grounding;

namespace BiAssistant.Tests.Understanding;

/// <summary>Two catalogs that have no word in common: the demo company's, and a freight carrier's that no rule was written for.</summary>
internal static class UnderstandingCatalogs
{
    public static readonly BindingContext Today = new(Asker.Anyone, new DateTime(2024, 12, 31));

    public static Catalog DemoCatalog { get; } = Load(
        [.. Directory.GetFiles(Path.Combine(Root, "semantic-models")), .. Directory.GetFiles(Path.Combine(Root, "metrics"), "*.yml", SearchOption.AllDirectories)]);

    public static Catalog FreightCatalog { get; } = Load(Directory.GetFiles(Path.Combine(Folder, "Catalogs"), "freight*.yml"));

    private static readonly Lazy<Understander> Demo = new(() => new Understander(DemoCatalog, ValueIndex.Build(DemoCatalog, [.. Values(DemoCatalog, "campaigns.name", "Spring Escape", "Summer Sale", "Winter Lights")])));
    private static readonly Lazy<Understander> Freight = new(() => new Understander(FreightCatalog, ValueIndex.Build(FreightCatalog, FreightValues())));

    private static string Root => Repository.Root;

    public static string Folder => Path.Combine(Root, "tests", "BiAssistant.Tests", "Understanding");

    public static Catalog CatalogOf(string name) => name == "demo" ? DemoCatalog : FreightCatalog;

    public static Understander UnderstanderOf(string name) => name == "demo" ? Demo.Value : Freight.Value;

    public static Interpretation Ask(string catalog, string question) => UnderstanderOf(catalog).Understand(new Question(question), Today);

    private static Catalog Load(string[] files)
    {
        var load = CatalogLoader.Load(files.Select(f => new CatalogText(f, File.ReadAllText(f))));
        load.HasErrors.ShouldBeFalse(string.Join("\n", load.Issues));
        return load.Catalog;
    }

    private static List<IndexedValue> FreightValues() =>
    [
        .. Values(FreightCatalog, "depots.depot_name", "Incheon Harbor", "Busan Newport", "Daegu Hub", "김포 센터"),
        .. Values(FreightCatalog, "depots.province", "Gyeonggi", "Busan", "Daegu", "경기도"),
        .. Values(FreightCatalog, "shippers.company", "Hyundai Motor Company", "Nuri Foods", "Nuri Textiles", "한빛전자"),
        .. Values(FreightCatalog, "shippers.sector", "Food", "Textiles", "Electronics"),
        .. Values(FreightCatalog, "trucks.brand", "Volvo", "Scania", "Hino"),
        .. Values(FreightCatalog, "trucks.plate", "12A3456"),
    ];

    private static IEnumerable<IndexedValue> Values(Catalog catalog, string field, params string[] texts) =>
        texts.Select(t => new IndexedValue(catalog.FindField(field) ?? throw new ArgumentException(field), new SqlText(t), t, 1));
}
