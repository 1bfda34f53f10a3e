using System.Globalization;

namespace TestSupport.HostCosts;

/// <summary>An operation that costs storage requests, such as the activity or the table of this name.</summary>
public sealed record HostOperation(HostOperationKind Kind, string Name);

/// <summary>Numbers of operations, and their storage requests by <see cref="HostPrices"/>.</summary>
public sealed record HostCost(IReadOnlyDictionary<HostOperation, double> Counts)
{
    public double Requests => Counts.Sum(RequestsOf);

    /// <summary>The cost of one of the <paramref name="units"/> by which the two runs differ.</summary>
    public HostCost DifferenceTo(HostCost smaller, int units) => new(Counts.Keys
        .Union(smaller.Counts.Keys)
        .ToDictionary(
            operation => operation,
            operation => (CountOf(operation) - smaller.CountOf(operation)) / units)
        .Where(count => count.Value != 0)
        .ToDictionary());

    /// <summary>The requests of each kind, such as <c>Activity 28.0, Timer 20.0</c>.</summary>
    public string SumByKind() => string.Join(", ", Counts
        .GroupBy(count => count.Key.Kind)
        .OrderBy(kind => kind.Key)
        .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} {kind.Sum(RequestsOf):0.0}")));

    /// <summary>One line for each operation: its number, its price and its requests.</summary>
    public string ToLines() => string.Join('\n', Counts
        .OrderBy(count => count.Key.Kind)
        .ThenByDescending(RequestsOf)
        .Select(count => string.Create(
            CultureInfo.InvariantCulture,
            $"{count.Key.Kind,-16} {count.Key.Name,-40} {count.Value,6:0.00} x {HostPrices.RequestsOf(count.Key.Kind)}"
            + $" = {RequestsOf(count),6:0.0}")));

    double CountOf(HostOperation operation) => Counts.GetValueOrDefault(operation);

    static double RequestsOf(KeyValuePair<HostOperation, double> count) =>
        count.Value * HostPrices.RequestsOf(count.Key.Kind);
}
