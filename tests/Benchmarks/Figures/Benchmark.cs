namespace Benchmarks.Figures;

/// <summary>A benchmark that can be named on the command line.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Measures">What it measures, as <c>--list</c> prints it.</param>
/// <param name="MeasureAsync">Measures the figures.</param>
public sealed record Benchmark(string Name, string Measures, Func<Task<IReadOnlyList<Figure>>> MeasureAsync)
{
    /// <summary>Whether it takes so long that it runs only by its name.</summary>
    public bool OnlyByName { get; init; }
}
