namespace Community.Tests;

static class Instants
{
    /// <summary>20:00 in Shanghai, the start of most tests.</summary>
    public static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 0, 0, TimeSpan.FromHours(8));
}
