namespace LocalRuntime.Tables.Filters;

/// <summary>A parsed OData filter.</summary>
abstract record Filter
{
    /// <summary>Whether an entity with these values matches; <paramref name="valueOf"/> gives null for a property that it lacks.</summary>
    public abstract bool Matches(Func<string, object?> valueOf);

    public sealed record And(Filter Left, Filter Right) : Filter
    {
        public override bool Matches(Func<string, object?> valueOf) => Left.Matches(valueOf) && Right.Matches(valueOf);
    }

    public sealed record Or(Filter Left, Filter Right) : Filter
    {
        public override bool Matches(Func<string, object?> valueOf) => Left.Matches(valueOf) || Right.Matches(valueOf);
    }

    public sealed record Not(Filter Inner) : Filter
    {
        public override bool Matches(Func<string, object?> valueOf) => !Inner.Matches(valueOf);
    }

    /// <summary>A comparison of a property with a literal. An entity without the property, or with one of another type, does not match.</summary>
    public sealed record Comparison(string Property, ComparisonOperator Operator, object Literal) : Filter
    {
        public override bool Matches(Func<string, object?> valueOf) =>
            valueOf(Property) is { } value && ValueOrder.Compare(value, Literal) is { } order && Operator switch
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

enum ComparisonOperator
{
    Equal,
    NotEqual,
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
}
