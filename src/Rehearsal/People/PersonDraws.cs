namespace Rehearsal.People;

/// <summary>
/// The choices of simulated people. Each follows from the seed, the person and the name of the choice alone, so the
/// same person chooses the same in another plan, whatever others do.
/// </summary>
sealed class PersonDraws(int seed)
{
    const ulong Increment = 0x9E3779B97F4A7C15;
    const ulong FnvOffset = 14695981039346656037;
    const ulong FnvPrime = 1099511628211;

    /// <summary>A number of at least 0 and less than 1.</summary>
    public double Next(int person, string choice) => Next($"{choice}", unchecked((ulong)person * Increment));

    /// <summary>A number of at least 0 and less than 1 for something that is no person.</summary>
    public double Next(string subject, string choice) => Next(choice, Hash(subject));

    public bool Chooses(int person, string choice, double share) => Next(person, choice) < share;

    /// <summary>An exponential delay, at most ten times its mean.</summary>
    public TimeSpan Delay(int person, string choice, TimeSpan mean) => Exponential(Next(person, choice), mean);

    /// <inheritdoc cref="Delay(int, string, TimeSpan)" />
    public TimeSpan Delay(string subject, string choice, TimeSpan mean) => Exponential(Next(subject, choice), mean);

    static TimeSpan Exponential(double draw, TimeSpan mean) => mean * Math.Min(10, -Math.Log(1 - draw));

    // SplitMix64 (Steele, Lea and Flood 2014) over FNV-1a, so that close seeds and persons are unlike each other.
    double Next(string choice, ulong subject)
    {
        unchecked
        {
            var state = Mix(Mix((ulong)seed + Increment) ^ subject) ^ Hash(choice);
            return (Mix(state) >> 11) * (1.0 / (1UL << 53));
        }
    }

    static ulong Mix(ulong value)
    {
        unchecked
        {
            value += Increment;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    static ulong Hash(string text)
    {
        unchecked
        {
            var hash = FnvOffset;
            foreach (var letter in text) hash = (hash ^ letter) * FnvPrime;
            return hash;
        }
    }
}
