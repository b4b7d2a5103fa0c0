using System.Globalization;

namespace BiAssistant.Tests;

/// <summary>
/// How generated cases are made: from BIASSISTANT_TEST_SEED, else always from the same seed; many times as many of them when BIASSISTANT_TEST_LONG is 1.
/// A failing case is made again by its seed.
/// </summary>
internal static class GeneratedCases
{
    /// <summary>Marks the tests whose cases are generated, so that they can be run alone: <c>--filter Cases=generated</c>.</summary>
    public const string Trait = "Cases";

    public const string Generated = "generated";

    private const int UsualSeed = 20241231;
    private const int LongFactor = 50;

    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BIASSISTANT_TEST_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed) ? seed : UsualSeed;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("BIASSISTANT_TEST_LONG") == "1";

    /// <summary>The cases are those of every ordinary run.</summary>
    public static bool IsUsual => !IsLong && Seed == UsualSeed;

    /// <summary>How many cases to make where the usual run makes so many; what is cheap is made <paramref name="cheaper"/> times as often again.</summary>
    public static int Scale(int usual, int cheaper = 1) => IsLong ? usual * LongFactor * cheaper : usual;

    /// <summary>A seed of its own for one use, so that two tests do not see the same cases.</summary>
    public static int SeedFor(int use) => unchecked((Seed * 31) + use);
}
