using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Everything that happened in the houses of a cluster, as far as one thing follows from another; what follows from nothing else is made while it is written.</summary>
internal sealed record ClusterData(
    Cluster Cluster,
    IReadOnlyList<Room> Rooms,
    IReadOnlyList<InventoryNight> Inventory,
    IReadOnlyList<Guest> Guests,
    IReadOnlyList<Booking> Bookings,
    Occupancy Occupancy,
    IReadOnlyList<PropertyTerm> Terms,
    IReadOnlyList<Employee> Employees,
    IReadOnlyList<Outlet> Outlets,
    IReadOnlyList<RestaurantCheck> Checks,
    IReadOnlyList<CheckLine> CheckLines,
    IReadOnlyList<SpaVisit> SpaVisits,
    IReadOnlyList<Complaint> Complaints,
    IReadOnlyList<Member> Members,
    IReadOnlyList<PointsTransaction> Points)
{
    public static ClusterData Generate(Cluster cluster)
    {
        var rooms = RoomGenerator.Generate(cluster);
        var inventory = InventoryGenerator.Generate(cluster, rooms);
        var (guests, booked) = GuestGenerator.Generate(cluster, BookingGenerator.Generate(cluster, inventory));
        var bookings = AgreementGenerator.Generate(cluster, booked);
        var occupancy = new Occupancy(cluster, rooms, bookings);
        var terms = PropertyTermsGenerator.Generate(cluster);
        var employees = StaffGenerator.Generate(cluster, rooms, terms);
        var roster = new Roster(employees);
        var outlets = OutletGenerator.Generate(cluster);
        var (checks, lines) = CheckGenerator.Generate(cluster, outlets, occupancy, roster);
        var members = MemberGenerator.Generate(cluster, guests, bookings);
        return new ClusterData(
            cluster,
            rooms,
            [.. inventory.Where(night => night.Night <= DataPeriod.Last)],
            guests,
            bookings,
            occupancy,
            terms,
            employees,
            outlets,
            checks,
            lines,
            SpaGenerator.Generate(cluster, outlets, occupancy, roster),
            ComplaintGenerator.Generate(cluster, occupancy),
            members,
            PointsGenerator.Generate(cluster, members, bookings));
    }

    /// <summary>The rows of a list that is the same for the whole company, with the first cluster only.</summary>
    public IEnumerable<T> Once<T>(IEnumerable<T> rows) => Cluster.IsFirst ? rows : [];
}
