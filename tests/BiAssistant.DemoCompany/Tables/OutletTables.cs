using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>Restaurants, bars and spas, what they offer and what they sold.</summary>
internal static class OutletTables
{
    public static IEnumerable<Table> Of(ClusterData data) => [Outlets(data), MenuItems(data), Checks(data), CheckLines(data), Treatments(data), SpaVisits(data)];

    private static Table<Outlet> Outlets(ClusterData data) => new Table<Outlet>("outlets", data.Outlets)
        .Whole("outlet_id", outlet => outlet.Id)
        .Text("property_code", outlet => outlet.PropertyCode)
        .Text("name", outlet => outlet.Name)
        .Text("kind_code", outlet => outlet.Kind)
        .WholeOrNull("seats", outlet => outlet.Seats)
        .Day("opened_on", outlet => outlet.OpenedOn)
        .DayOrNull("closed_on", outlet => outlet.ClosedOn);

    private static Table<MenuItem> MenuItems(ClusterData data) => new Table<MenuItem>("menu_items", data.Once(MenuItem.All))
        .Whole("menu_item_id", item => item.Id)
        .Text("name", item => item.Name)
        .Text("category_code", item => item.Category)
        .Money("list_price", item => item.PriceCents)
        .Money("unit_cost", item => item.CostCents);

    private static Table<RestaurantCheck> Checks(ClusterData data) => new Table<RestaurantCheck>("restaurant_checks", data.Checks)
        .Whole("check_id", check => check.Id)
        .Whole("outlet_id", check => check.OutletId)
        .Moment("opened_at", check => check.OpenedAt)
        .Text("meal_code", check => check.Meal)
        .Whole("covers", check => check.Covers)
        .WholeOrNull("booking_id", check => check.BookingId)
        .Whole("server_id", check => check.ServerId)
        .Money("gross_amount", check => check.GrossCents)
        .Money("discount_amount", check => check.DiscountCents)
        .Money("net_amount", check => check.NetCents)
        .MoneyOrNull("tip_amount", check => check.TipCents)
        .Day("posted_on", check => check.PostedOn);

    private static Table<CheckLine> CheckLines(ClusterData data) => new Table<CheckLine>("check_lines", data.CheckLines)
        .Whole("check_id", line => line.CheckId)
        .Whole("line_number", line => line.Number)
        .Whole("menu_item_id", line => line.MenuItemId)
        .Whole("quantity", line => line.Quantity)
        .Money("amount", line => line.AmountCents);

    private static Table<Treatment> Treatments(ClusterData data) => new Table<Treatment>("treatments", data.Once(Treatment.All.Select(choice => choice.Value)))
        .Text("treatment_code", treatment => treatment.Code)
        .Text("name", treatment => treatment.Name)
        .Text("category_code", treatment => treatment.Category)
        .Whole("minutes", treatment => treatment.Minutes)
        .Money("list_price", treatment => treatment.PriceCents);

    private static Table<SpaVisit> SpaVisits(ClusterData data) => new Table<SpaVisit>("spa_visits", data.SpaVisits)
        .Whole("visit_id", visit => visit.Id)
        .Whole("outlet_id", visit => visit.OutletId)
        .Text("treatment_code", visit => visit.Treatment)
        .WholeOrNull("guest_id", visit => visit.GuestId)
        .Whole("therapist_id", visit => visit.TherapistId)
        .Moment("started_at", visit => visit.StartedAt)
        .Whole("minutes", visit => visit.Minutes)
        .Whole("amount_cents", visit => visit.AmountCents)
        .Text("status_code", visit => visit.Status)
        .Day("posted_on", visit => visit.PostedOn);
}
