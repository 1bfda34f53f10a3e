namespace LocalRuntime.Tables.Filters;

/// <summary>How stored values compare: numbers with numbers, everything else with its own type only.</summary>
static class ValueOrder
{
    /// <summary>Less than, equal to or greater than zero; null when the two have no order, as NaN has none.</summary>
    public static int? Compare(object left, object right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (bool a, bool b) => a.CompareTo(b),
        (Guid a, Guid b) => string.CompareOrdinal(a.ToString(), b.ToString()),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
        (double a, double b) => CompareNumbers(a, b),
        (double a, int or long) => CompareNumbers(a, Convert.ToDouble(right, System.Globalization.CultureInfo.InvariantCulture)),
        (int or long, double b) => CompareNumbers(Convert.ToDouble(left, System.Globalization.CultureInfo.InvariantCulture), b),
        (int or long, int or long) => ToInt64(left).CompareTo(ToInt64(right)),
        _ => null,
    };

    static int? CompareNumbers(double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? null : a.CompareTo(b);

    static long ToInt64(object integer) => integer is int number ? number : (long)integer;
}
