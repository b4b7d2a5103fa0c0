using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Files;
using BiAssistant.DemoCompany.Generation;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Tables;

/// <summary>Guests, their bookings and what became of these.</summary>
internal static class BookingTables
{
    public static IEnumerable<Table> Of(ClusterData data) =>
    [
        Guests(data), Bookings(data), StayNights(data), RatePlans(data), Companies(data), Cancellations(data), Extras(data), BookingExtras(data),
    ];

    private static Table<Guest> Guests(ClusterData data) => new Table<Guest>("guests", data.Guests)
        .Whole("guest_id", guest => guest.Id)
        .Text("full_name", guest => guest.FullName)
        .TextOrNull("email", guest => guest.Email)
        .DayOrNull("birth_date", guest => guest.BirthDate)
        .TextOrNull("nationality_code", guest => guest.Nationality)
        .TextOrNull("loyalty_tier", guest => guest.LoyaltyTier)
        .Day("registered_on", guest => guest.RegisteredOn)
        .DayOrNull("joined_on", guest => guest.JoinedOn);

    private static Table<Booking> Bookings(ClusterData data) => new Table<Booking>("bookings", data.Bookings)
        .Whole("booking_id", booking => booking.Id)
        .Text("property_code", booking => booking.PropertyCode)
        .Text("room_type_code", booking => booking.RoomTypeCode)
        .Whole("guest_id", booking => booking.GuestId)
        .Text("channel_code", booking => booking.Channel)
        .Text("status_code", booking => booking.Status)
        .TextOrNull("purpose_code", booking => booking.Purpose)
        .Day("booked_on", booking => booking.BookedOn)
        .Day("arrival_date", booking => booking.Arrival)
        .Day("departure_date", booking => booking.Departure)
        .DayOrNull("cancelled_on", booking => booking.CancelledOn)
        .Whole("nights", booking => booking.Nights)
        .Whole("adults", booking => booking.Adults)
        .Whole("children", booking => booking.Children)
        .Flag("breakfast_included", booking => booking.Breakfast)
        .Money("total_amount", booking => booking.TotalCents)
        .Text("rate_plan_code", booking => booking.RatePlanCode)
        .WholeOrNull("company_id", booking => booking.CompanyId);

    private static Table<StayNight> StayNights(ClusterData data) => new Table<StayNight>(
            "stay_nights",
            from booking in data.Bookings
            where booking.IsStay
            from price in booking.Prices
            where price.Night <= DataPeriod.Last
            select new StayNight(booking.Id, price))
        .Whole("booking_id", stay => stay.BookingId)
        .Day("night", stay => stay.Price.Night)
        .Money("room_rate", stay => stay.Price.RateCents)
        .Money("discount_amount", stay => stay.Price.DiscountCents)
        .Money("net_amount", stay => stay.Price.NetCents);

    private static Table<RatePlan> RatePlans(ClusterData data) => new Table<RatePlan>("rate_plans", data.Once(RatePlan.All))
        .Text("rate_plan_code", plan => plan.Code)
        .Text("name", plan => plan.Name)
        .Text("meal_plan_code", plan => plan.MealPlan)
        .Flag("refundable", plan => plan.Refundable)
        .Number("discount_percent", plan => plan.DiscountHundredths);

    private static Table<CorporateClient> Companies(ClusterData data) => new Table<CorporateClient>("companies", data.Once(CorporateClient.All))
        .Whole("company_id", client => client.Id)
        .Text("name", client => client.Name)
        .Text("industry_code", client => client.Industry)
        .Text("country", client => client.Country)
        .Day("contracted_on", client => client.ContractedOn)
        .DayOrNull("ended_on", client => client.EndedOn)
        .MoneyOrNull("credit_limit", client => client.CreditLimitCents);

    private static Table<Cancellation> Cancellations(ClusterData data) =>
        new Table<Cancellation>("cancellations", CancellationGenerator.Generate(data.Cluster, data.Bookings))
            .Whole("booking_id", cancellation => cancellation.BookingId)
            .Moment("cancelled_at", cancellation => cancellation.CancelledAt)
            .TextOrNull("reason_code", cancellation => cancellation.Reason)
            .Money("fee_amount", cancellation => cancellation.FeeCents)
            .DayOrNull("refunded_on", cancellation => cancellation.RefundedOn);

    private static Table<Extra> Extras(ClusterData data) => new Table<Extra>("extras", data.Once(Extra.All.Select(choice => choice.Value)))
        .Text("extra_code", extra => extra.Code)
        .Text("name", extra => extra.Name)
        .Text("category_code", extra => extra.Category)
        .Money("price", extra => extra.PriceCents);

    private static Table<BookedExtra> BookingExtras(ClusterData data) =>
        new Table<BookedExtra>("booking_extras", BookingExtraGenerator.Generate(data.Cluster, data.Bookings))
            .Whole("booking_id", extra => extra.BookingId)
            .Text("extra_code", extra => extra.ExtraCode)
            .Whole("quantity", extra => extra.Quantity)
            .Money("amount", extra => extra.AmountCents);

    private readonly record struct StayNight(int BookingId, NightPrice Price);
}
