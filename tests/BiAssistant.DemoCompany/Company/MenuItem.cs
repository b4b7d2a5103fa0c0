namespace BiAssistant.DemoCompany.Company;

/// <summary>Something to eat or drink, the same in every house.</summary>
/// <param name="Meals">The meals at which it is ordered: breakfast, lunch, dinner, late night.</param>
internal sealed record MenuItem(int Id, string Name, string Category, int PriceCents, int CostCents, string Meals)
{
    private const string Food = "FOD";
    private const string Beverage = "BEV";
    private const string Dessert = "DES";

    public static IReadOnlyList<MenuItem> All { get; } =
    [
        .. new (string Name, string Category, int Price, int Cost, string Meals)[]
        {
            ("Breakfast Buffet", Food, 2600, 910, "B"),
            ("Continental Breakfast", Food, 1800, 540, "B"),
            ("Rice Porridge", Food, 1400, 330, "B"),
            ("Eggs Benedict", Food, 1700, 480, "B"),
            ("Club Sandwich", Food, 1700, 510, "LN"),
            ("Caesar Salad", Food, 1500, 390, "LD"),
            ("Bibimbap", Food, 1900, 560, "LD"),
            ("Beef Noodle Soup", Food, 1600, 470, "LDN"),
            ("Margherita Pizza", Food, 1800, 420, "LDN"),
            ("House Burger", Food, 2200, 680, "LDN"),
            ("Grilled Sea Bass", Food, 3200, 1180, "D"),
            ("Ribeye Steak", Food, 4600, 1840, "D"),
            ("Braised Short Ribs", Food, 3800, 1390, "D"),
            ("Mushroom Risotto", Food, 2400, 610, "LD"),
            ("Tasting Menu", Food, 8500, 3100, "D"),
            ("Cheese Plate", Food, 1900, 720, "DN"),
            ("French Fries", Food, 800, 160, "LN"),
            ("Espresso", Beverage, 450, 70, "BLDN"),
            ("Café Latte", Beverage, 600, 110, "BL"),
            ("Green Tea", Beverage, 500, 60, "BLD"),
            ("Orange Juice", Beverage, 700, 190, "B"),
            ("Sparkling Water", Beverage, 600, 120, "LDN"),
            ("Draught Beer", Beverage, 900, 210, "LDN"),
            ("House Wine", Beverage, 1200, 330, "DN"),
            ("Signature Cocktail", Beverage, 1800, 390, "DN"),
            ("Single Malt Whisky", Beverage, 2400, 780, "N"),
            ("Chocolate Cake", Dessert, 1200, 290, "LD"),
            ("Seasonal Fruit", Dessert, 1300, 450, "BLD"),
            ("Ice Cream", Dessert, 900, 180, "LD"),
            ("Rice Cake Selection", Dessert, 1100, 260, "LD"),
        }.Select((item, place) => new MenuItem(place + 1, item.Name, item.Category, item.Price, item.Cost, item.Meals)),
    ];

    public static IReadOnlyDictionary<string, IReadOnlyList<MenuItem>> ByMeal { get; } = Meal.All.ToDictionary(
        meal => meal.Code,
        IReadOnlyList<MenuItem> (meal) => [.. All.Where(item => item.Meals.Contains(meal.Code, StringComparison.Ordinal))]);
}
