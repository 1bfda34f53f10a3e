namespace LocalRuntime.Tables;

/// <summary>A parsed OData filter.</summary>
abstract record Filter
{
    public abstract bool Matches(StoredEntity entity);

    public sealed record And(Filter Left, Filter Right) : Filter
    {
        public override bool Matches(StoredEntity entity) => Left.Matches(entity) && Right.Matches(entity);
    }

    public sealed record Or(Filter Left, Filter Right) : Filter
    {
        public override bool Matches(StoredEntity entity) => Left.Matches(entity) || Right.Matches(entity);
    }

    public sealed record Not(Filter Inner) : Filter
    {
        public override bool Matches(StoredEntity entity) => !Inner.Matches(entity);
    }

    /// <summary>A comparison of a property with a literal. An entity without the property, or with one of another type, does not match.</summary>
    public sealed record Comparison(string Property, ComparisonOperator Operator, object Literal) : Filter
    {
        public override bool Matches(StoredEntity entity)
        {
            var value = Property switch
            {
                "PartitionKey" => entity.PartitionKey,
                "RowKey" => entity.RowKey,
                "Timestamp" => entity.Timestamp,
                "TableName" => entity.PartitionKey,
                _ => entity.Properties.GetValueOrDefault(Property),
            };
            return value is not null && ValueOrder.Compare(value, Literal) is { } order && Operator switch
            {
                ComparisonOperator.Equal => order == 0,
                ComparisonOperator.NotEqual => order != 0,
                ComparisonOperator.GreaterThan => order > 0,
                ComparisonOperator.GreaterThanOrEqual => order >= 0,
                ComparisonOperator.LessThan => order < 0,
                ComparisonOperator.LessThanOrEqual => order <= 0,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }
}

enum ComparisonOperator
{
    Equal,
    NotEqual,
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
}
