namespace Community.Tests;

/// <summary>Instants that tests speak of.</summary>
static class Instants
{
    /// <summary>The evening on which everything begins: 20:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 0, 0, TimeSpan.FromHours(8));
}
