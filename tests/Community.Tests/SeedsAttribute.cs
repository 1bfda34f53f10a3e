using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Community.Tests;

/// <summary>Runs a property with fixed seeds, which include those that once failed, and with one new seed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeedsAttribute(params ulong[] kept) : DataAttribute
{
    /// <summary>The fixed seeds.</summary>
    public IReadOnlyList<ulong> Kept { get; } = kept;

    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Kept.Append((ulong)Random.Shared.NextInt64()).Select(seed => new TheoryDataRow<ulong>(seed))]);

    /// <summary>False, so that the new seed is chosen when the test runs.</summary>
    public override bool SupportsDiscoveryEnumeration() => false;
}
