namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>A request as a shop sends it.</summary>
sealed record SignedShopMessage(
    byte[] Body,
    string? ContentType,
    params IReadOnlyList<(string Name, string Value)> Headers)
{
    public string this[string name] => Headers.Single(header => IsNamed(header, name)).Value;

    public SignedShopMessage Without(string name) =>
        this with { Headers = [.. Headers.Where(header => !IsNamed(header, name))] };

    /// <summary>Sets the header in place of one with the same name.</summary>
    public SignedShopMessage With(string name, string value) => Without(name).Adding((name, value));

    /// <summary>Appends headers, also to those with the same name.</summary>
    public SignedShopMessage Adding(params IEnumerable<(string Name, string Value)> headers) =>
        this with { Headers = [.. Headers, .. headers] };

    static bool IsNamed((string Name, string Value) header, string name) =>
        header.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
