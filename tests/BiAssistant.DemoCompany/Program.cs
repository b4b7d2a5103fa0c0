using System.Diagnostics;
using System.Globalization;
using BiAssistant.DemoCompany;

const string usage = "Usage: BiAssistant.DemoCompany --out FOLDER [--seed NUMBER] [--rows NUMBER] [--force]";

string? folder = null;
int? seed = null;
int? rows = null;
var force = false;
for (var place = 0; place < args.Length; place++)
{
    var value = place + 1 < args.Length ? args[place + 1] : null;
    switch (args[place])
    {
        case "--help" or "-h":
            Console.WriteLine(usage);
            return 0;
        case "--force":
            force = true;
            continue;
        case "--out" when !string.IsNullOrWhiteSpace(value):
            folder = value;
            break;
        case "--seed" when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number):
            seed = number;
            break;
        case "--rows" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 100_000 and <= 100_000_000:
            rows = count;
            break;
        case "--out":
            return Refuse($"--out needs a folder, not '{value}'.");
        case "--seed":
            return Refuse($"--seed needs a whole number, not '{value}'.");
        case "--rows":
            return Refuse($"--rows needs a whole number from 100000 to 100000000, not '{value}'.");
        default:
            return Refuse($"There is no option '{args[place]}'.");
    }

    place++;
}

if (folder is null)
{
    return Refuse("--out says in which folder to put the files, and is missing.");
}

try
{
    var watch = Stopwatch.StartNew();
    var files = DemoWarehouses.EnsureCreated(folder, seed, rows, force);
    Console.WriteLine(files.Created
        ? string.Create(CultureInfo.InvariantCulture, $"Created {files.Operations} and {files.Feedback} in {watch.Elapsed.TotalSeconds:0.0} s.")
        : $"{files.Operations} and {files.Feedback} are there already.");
    return 0;
}
catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The demo company's files could not be written to {folder}: {problem.Message}");
    return 1;
}

static int Refuse(string problem)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(usage);
    return 64;
}
