namespace BiAssistant.DemoCompany;

/// <summary>Where the two warehouses of the demo company lie, and whether they were made just now.</summary>
/// <param name="Operations">A DuckDB file: properties, rooms, guests, bookings, nights.</param>
/// <param name="Feedback">A SQLite file: surveys and marketing.</param>
public sealed record DemoFiles(string Operations, string Feedback, bool Created);
