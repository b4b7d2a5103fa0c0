using System.Text;

namespace BiAssistant.DemoCompany.Generation;

/// <summary>A named stream of random numbers (SplitMix64) that is the same on every runtime; streams of different names are independent, so that a new table never changes an old one.</summary>
internal sealed class RandomStream
{
    private ulong state;

    public RandomStream(int seed, string name)
    {
        // FNV-1a: string.GetHashCode differs from process to process.
        var hash = 14695981039346656037UL;
        foreach (var part in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ part) * 1099511628211UL;
        }

        state = hash ^ ((ulong)(uint)seed * 0x9E3779B97F4A7C15UL);
    }

    /// <summary>A number from 0 up to, and without, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 up to, and without, the limit.</summary>
    public int Below(int limit) => (int)(Unit() * limit);

    /// <summary>A whole number of the range, both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A choice taken in proportion to its weight.</summary>
    public T Pick<T>(IReadOnlyList<(T Value, int Weight)> choices)
    {
        var left = Below(choices.Sum(choice => choice.Weight));
        foreach (var (value, weight) in choices)
        {
            if (left < weight)
            {
                return value;
            }

            left -= weight;
        }

        return choices[^1].Value;
    }

    /// <summary>A number around 0, bell-shaped, with a standard deviation near 1: the sum of four even draws needs no logarithm, whose last digit differs by platform.</summary>
    public double Bell() => (Unit() + Unit() + Unit() + Unit() - 2) * 1.732;

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
