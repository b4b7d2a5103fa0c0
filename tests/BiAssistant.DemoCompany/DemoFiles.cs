namespace BiAssistant.DemoCompany;

/// <summary>Where the two warehouses of the demo company lie, and whether they were made just now.</summary>
/// <param name="Operations">A DuckDB file: properties, rooms, guests, bookings, restaurants and spas, staff, budgets and upkeep.</param>
/// <param name="Feedback">A SQLite file: surveys, complaints, reviews, the loyalty programme, marketing and web traffic.</param>
public sealed record DemoFiles(string Operations, string Feedback, bool Created);
