using BiAssistant.DemoCompany.Company;
using BiAssistant.DemoCompany.Records;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>Makes the people who work in the houses. A post is held by one after the other; the first post of a department is its head's and never empty; resorts hire for the summer. A general manager is hired and leaves as the property's terms say.</summary>
internal sealed class StaffGenerator
{
    private static readonly DateOnly EarliestHire = new(2016, 1, 1);

    private readonly Cluster cluster;
    private readonly List<Employee> employees = [];

    private StaffGenerator(Cluster cluster) => this.cluster = cluster;

    public static IReadOnlyList<Employee> Generate(Cluster cluster, IReadOnlyList<Room> rooms, IReadOnlyList<PropertyTerm> terms)
    {
        var staff = new StaffGenerator(cluster);
        foreach (var property in cluster.Properties)
        {
            staff.Employ(property, rooms.Count(room => room.PropertyCode == property.Code), [.. terms.Where(term => term.PropertyCode == property.Code)]);
        }

        return staff.employees;
    }

    private void Employ(Property property, int rooms, IReadOnlyList<PropertyTerm> terms)
    {
        var random = cluster.Stream($"staff {property.Code}");
        var managers = Managers(random, property, rooms, terms);
        foreach (var department in Department.All.Where(department => department.Code != Department.Spa || property.HasSpa))
        {
            var wanted = department.PerRoom * rooms;
            var posts = Math.Max(1, (int)Math.Round(wanted, MidpointRounding.AwayFromZero));
            var load = Math.Min(1, wanted / posts);
            var heads = new List<Employee>();
            for (var post = 0; post < posts; post++)
            {
                var held = Post(random, property, department, post, load, post == 0 ? managers : heads);
                heads.AddRange(post == 0 ? held : []);
            }

            if (property.Style == Property.Resort && department.PerRoom > 0.2)
            {
                SummerHelp(random, property, department, Math.Max(1, rooms / 9), load, heads);
            }
        }
    }

    private List<Employee> Managers(RandomStream random, Property property, int rooms, IReadOnlyList<PropertyTerm> terms)
    {
        var managers = new List<Employee>();
        foreach (var name in terms.Select(term => term.Manager).OfType<string>().Distinct())
        {
            var last = terms.Last(term => term.Manager == name);
            managers.Add(Hire(new Employee(
                0, name, property.Code, Department.Administration, "General Manager", null,
                terms.First(term => term.Manager == name).ValidFrom, last.ValidTo, Employee.FullTime, Wage(random, property, 6000), Math.Min(1, rooms / 12.0))));
        }

        return managers;
    }

    private List<Employee> Post(RandomStream random, Property property, Department department, int post, double load, IReadOnlyList<Employee> superiors)
    {
        var held = new List<Employee>();
        var earliest = DataPeriod.Later(EarliestHire, property.OpenedOn.AddDays(-30));
        var hiredOn = earliest < DataPeriod.First ? earliest.AddDays(random.Below(DataPeriod.Place(DataPeriod.First) - DataPeriod.Place(earliest))) : earliest;
        var job = post == 0 ? department.Head : department.Jobs[(post - 1) % department.Jobs.Count];
        while (hiredOn <= DataPeriod.Last)
        {
            var leftOn = hiredOn.AddDays(post == 0 ? random.Between(700, 2600) : random.Between(200, 2100));
            // The houses' first day finds every department with its head.
            leftOn = post == 0 ? DataPeriod.Later(leftOn, property.FirstDay) : leftOn;
            DateOnly? left = leftOn <= DataPeriod.Last ? leftOn : null;
            var contract = random.Chance(post == 0 ? 0.1 : 0.25) ? Employee.PartTime : Employee.FullTime;
            held.Add(Hire(new Employee(
                0, NameOf(random, property), property.Code, department.Code, job, SuperiorOn(superiors, left), hiredOn, left, contract,
                Wage(random, property, post == 0 ? department.WageCents * 8 / 5 : department.WageCents), load)));
            hiredOn = leftOn.AddDays(post == 0 ? 0 : random.Below(26));
        }

        return held;
    }

    private void SummerHelp(RandomStream random, Property property, Department department, int people, double load, IReadOnlyList<Employee> heads)
    {
        for (var year = DataPeriod.First.Year; year <= DataPeriod.Last.Year; year++)
        {
            for (var person = 0; person < people; person++)
            {
                var leftOn = new DateOnly(year, 9, random.Between(1, 14));
                Hire(new Employee(
                    0, NameOf(random, property), property.Code, department.Code, department.Jobs[0], SuperiorOn(heads, leftOn),
                    new DateOnly(year, 6, random.Between(1, 14)), leftOn, Employee.Temporary, Wage(random, property, department.WageCents * 4 / 5), load));
            }
        }
    }

    /// <summary>The number of whoever was the superior on the last day of work; of the last one where that post is empty by then.</summary>
    private static int? SuperiorOn(IReadOnlyList<Employee> superiors, DateOnly? leftOn) =>
        (superiors.FirstOrDefault(superior => superior.IsEmployed((leftOn ?? DataPeriod.Last.AddDays(1)).AddDays(-1))) ?? superiors.LastOrDefault())?.Id;

    private Employee Hire(Employee employee)
    {
        var hired = employee with { Id = cluster.KeysBefore + 1001 + employees.Count };
        employees.Add(hired);
        return hired;
    }

    private static string NameOf(RandomStream random, Property property)
    {
        var nationality = random.Chance(0.75) ? Nationality.All.Single(choice => choice.Value.Code == property.HomeNationality).Value : random.Pick(Nationality.All);
        return nationality.FullName(random.Pick(nationality.GivenNames), random.Pick(nationality.FamilyNames));
    }

    private static int Wage(RandomStream random, Property property, int cents) => Pricing.Rounded(cents * property.Dearness * (0.9 + (0.25 * random.Unit())), 5);
}
