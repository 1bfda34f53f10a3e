using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Community.Tests;

/// <summary>Runs a property with the seeds that are kept (those that once failed among them) and with one that is new each time.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeedsAttribute(params ulong[] kept) : DataAttribute
{
    /// <summary>The seeds that every run repeats.</summary>
    public IReadOnlyList<ulong> Kept { get; } = kept;

    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Kept.Append((ulong)Random.Shared.NextInt64()).Select(seed => new TheoryDataRow<ulong>(seed))]);

    /// <summary>False, so that the new seed is drawn when the test runs.</summary>
    public override bool SupportsDiscoveryEnumeration() => false;
}
