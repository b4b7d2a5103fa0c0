namespace BiAssistant.Tests.Carrier.Data;

/// <summary>Invoices in three currencies with their lines, and the rates of each month.</summary>
internal static class CarrierBooks
{
    public static IEnumerable<CarrierTable> Tables(Random random, IEnumerable<(int Id, int Customer, DateOnly Booked, int Cents)> shipments)
    {
        var invoices = new List<object?[]>();
        var lines = new List<object?[]>();
        foreach (var (id, customer, booked, cents) in shipments.Where(s => s.Booked.AddDays(10) <= CarrierData.Today))
        {
            var (number, issued, currency) = (5000 + id, booked.AddDays(random.Next(1, 10)), (customer % 5) switch { 0 => "PLN", 1 or 2 => "KRW", _ => "EUR" });
            object? paid = issued.AddDays(random.Next(5, 60)) is var day && day <= CarrierData.Today && random.Next(12) > 0 ? day : null;
            invoices.Add([number, customer, currency, issued, new DateOnly(issued.Year, issued.Month, 1), issued.AddDays(30), paid]);
            var amount = cents / 100 * (currency == "KRW" ? 1450 : currency == "PLN" ? 4 : 1);
            lines.Add([number, 1, id, "freight", amount]);
            if (random.Next(3) == 0)
            {
                lines.Add([number, 2, id, "surcharge", Math.Max(1, amount / 20)]);
            }

            if (random.Next(10) == 0)
            {
                lines.Add([number, 3, null, "storage", Math.Max(1, amount / 10)]);
            }
        }

        return
        [
            CarrierTable.Of("invoices", "invoice_no whole, customer_id whole, currency text, issued_on day, issued_month day, due_on day, paid_on day", invoices),
            CarrierTable.Of("invoice_lines", "invoice_no whole, line_no whole, shipment_id whole, kind text, amount whole", lines),
            CarrierTable.Of(
                "exchange_rates",
                "currency text, rate_month day, per_euro exact",
                from month in Enumerable.Range(0, 22)
                from currency in new[] { "EUR", "KRW", "PLN" }
                select new object?[] { currency, new DateOnly(2022, 9, 1).AddMonths(month), currency == "EUR" ? 1m : currency == "PLN" ? (420 + random.Next(40)) / 100m : 1380 + random.Next(120) }),
        ];
    }
}
