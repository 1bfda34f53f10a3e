namespace LocalRuntime.Tables.Filters;

/// <summary>
/// The keys between which every match of a filter lies, both ends included; an end is open when null.
/// It may hold entities that do not match.
/// </summary>
sealed record KeyRange(string? FirstPartition, string? LastPartition, string? FirstRow, string? LastRow)
{
    public static KeyRange All { get; } = new(null, null, null, null);

    public static KeyRange Of(Filter? filter) => filter switch
    {
        Filter.And and => Of(and.Left).Intersect(Of(and.Right)),
        Filter.Comparison { Property: "PartitionKey", Literal: string key } comparison => new(First(comparison, key), Last(comparison, key), null, null),
        Filter.Comparison { Property: "RowKey", Literal: string key } comparison => new(null, null, First(comparison, key), Last(comparison, key)),
        _ => All,
    };

    static string? First(Filter.Comparison comparison, string key) =>
        comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.GreaterThan or ComparisonOperator.GreaterThanOrEqual ? key : null;

    static string? Last(Filter.Comparison comparison, string key) =>
        comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.LessThan or ComparisonOperator.LessThanOrEqual ? key : null;

    KeyRange Intersect(KeyRange other) => new(
        Later(FirstPartition, other.FirstPartition),
        Earlier(LastPartition, other.LastPartition),
        Later(FirstRow, other.FirstRow),
        Earlier(LastRow, other.LastRow));

    static string? Later(string? a, string? b) => a is null ? b : b is null || string.CompareOrdinal(a, b) > 0 ? a : b;

    static string? Earlier(string? a, string? b) => a is null ? b : b is null || string.CompareOrdinal(a, b) < 0 ? a : b;
}
