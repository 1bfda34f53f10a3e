namespace LocalRuntime.Tables.Filters;

/// <summary>
/// The first and last keys of a filter's matches; null is an open end. Not every key between them matches.
/// </summary>
sealed record KeyRange(string? FirstPartition, string? LastPartition, string? FirstRow, string? LastRow)
{
    public static KeyRange All { get; } = new(null, null, null, null);

    public static KeyRange From(Filter? filter) => filter switch
    {
        Filter.And and => From(and.Left).Intersect(From(and.Right)),
        Filter.Comparison { Property: "PartitionKey", Literal: string key } comparison =>
            new(First(comparison, key), Last(comparison, key), null, null),
        Filter.Comparison { Property: "RowKey", Literal: string key } comparison =>
            new(null, null, First(comparison, key), Last(comparison, key)),
        _ => All,
    };

    static string? First(Filter.Comparison comparison, string key) => comparison.Operator
        is ComparisonOperator.Equal or ComparisonOperator.GreaterThan or ComparisonOperator.GreaterThanOrEqual
        ? key
        : null;

    static string? Last(Filter.Comparison comparison, string key) => comparison.Operator
        is ComparisonOperator.Equal or ComparisonOperator.LessThan or ComparisonOperator.LessThanOrEqual
        ? key
        : null;

    KeyRange Intersect(KeyRange other) => new(
        Max(FirstPartition, other.FirstPartition), Min(LastPartition, other.LastPartition),
        Max(FirstRow, other.FirstRow), Min(LastRow, other.LastRow));

    static string? Max(string? a, string? b) => a is null || (b is not null && string.CompareOrdinal(a, b) < 0) ? b : a;

    static string? Min(string? a, string? b) => a is null || (b is not null && string.CompareOrdinal(a, b) > 0) ? b : a;
}
