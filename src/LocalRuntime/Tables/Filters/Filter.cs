namespace LocalRuntime.Tables.Filters;

abstract record Filter
{
    /// <summary>Whether an entity matches; <paramref name="valueOf"/> returns null for an absent property.</summary>
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

    /// <summary>An entity without the property, or with a value of another type, does not match.</summary>
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
                _ => throw new UnreachableException(),
            };
    }
}

enum ComparisonOperator { Equal, NotEqual, GreaterThan, GreaterThanOrEqual, LessThan, LessThanOrEqual }

/// <summary>The order of stored values. Numbers compare with numbers, other values only with their own type.</summary>
static class ValueOrder
{
    /// <summary>Less than, equal to or greater than zero; null when the two have no order, such as NaN.</summary>
    public static int? Compare(object left, object right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (bool a, bool b) => a.CompareTo(b),
        (Guid a, Guid b) => string.CompareOrdinal(a.ToString(), b.ToString()),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
        (int or long, int or long) => ToInt64(left).CompareTo(ToInt64(right)),
        (int or long or double, int or long or double) => Compare(ToDouble(left), ToDouble(right)),
        _ => null,
    };

    static int? Compare(double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);

    static long ToInt64(object number) => Convert.ToInt64(number, CultureInfo.InvariantCulture);

    static double ToDouble(object number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);
}
