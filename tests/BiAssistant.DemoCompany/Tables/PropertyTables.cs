using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>The houses, their rooms and what is published about them.</summary>
internal static class PropertyTables
{
    public static IEnumerable<Table> Of(ClusterData data) =>
    [
        Properties(data.Cluster), RoomTypes(data), Rooms(data), RoomInventory(data), PublishedRates(data), Terms(data), Awards(data),
    ];

    private static Table<Property> Properties(Cluster cluster) => new Table<Property>("properties", cluster.Properties)
        .Text("property_code", property => property.Code)
        .Text("name", property => property.Name)
        .Text("city", property => property.City)
        .Text("country", property => property.Country)
        .Text("region", property => property.Region)
        .Text("style_code", property => property.Style)
        .Whole("stars", property => property.Stars)
        .Day("opened_on", property => property.OpenedOn)
        .TextOrNull("general_manager", property => property.GeneralManager)
        .Text("brand_code", property => property.Brand);

    private static Table<RoomType> RoomTypes(ClusterData data) => new Table<RoomType>("room_types", data.Once(RoomType.All))
        .Text("room_type_code", type => type.Code)
        .Text("name", type => type.Name)
        .Whole("max_guests", type => type.MaxGuests)
        .Whole("size_sqm", type => type.SizeSqm);

    private static Table<Room> Rooms(ClusterData data) => new Table<Room>("rooms", data.Rooms)
        .Whole("room_id", room => room.Id)
        .Text("property_code", room => room.PropertyCode)
        .Text("room_type_code", room => room.RoomTypeCode)
        .Text("room_number", room => room.Number)
        .Whole("floor", room => room.Floor)
        .Flag("accessible", room => room.Accessible)
        .DayOrNull("renovated_on", room => room.RenovatedOn);

    private static Table<InventoryNight> RoomInventory(ClusterData data) => new Table<InventoryNight>("room_inventory", data.Inventory)
        .Text("property_code", night => night.PropertyCode)
        .Text("room_type_code", night => night.RoomTypeCode)
        .Day("night", night => night.Night)
        .Whole("rooms_total", night => night.Total)
        .Whole("rooms_out_of_order", night => night.OutOfOrder);

    private static Table<PublishedRate> PublishedRates(ClusterData data) =>
        new Table<PublishedRate>("published_rates", PublishedRateGenerator.Generate(data.Cluster, data.Rooms))
            .Text("property_code", rate => rate.PropertyCode)
            .Text("room_type_code", rate => rate.RoomTypeCode)
            .Day("valid_from", rate => rate.ValidFrom)
            .DayOrNull("valid_to", rate => rate.ValidTo)
            .Money("rate", rate => rate.RateCents);

    private static Table<PropertyTerm> Terms(ClusterData data) => new Table<PropertyTerm>("property_terms", data.Terms)
        .Text("property_code", term => term.PropertyCode)
        .Day("valid_from", term => term.ValidFrom)
        .DayOrNull("valid_to", term => term.ValidTo)
        .Text("contract_code", term => term.Contract)
        .TextOrNull("manager_name", term => term.Manager)
        .Whole("stars", term => term.Stars);

    private static Table<Award> Awards(ClusterData data) => new Table<Award>("property_awards", AwardGenerator.Generate(data.Cluster))
        .Text("property_code", award => award.PropertyCode)
        .Whole("year", award => award.Year)
        .Text("award_name", award => award.Name)
        .Text("body", award => award.Body);
}
