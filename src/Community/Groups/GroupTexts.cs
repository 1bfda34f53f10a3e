namespace Community.Groups;

/// <summary>
/// The onboarding texts of one group; null for a text of the product. Each may hold the gaps that the product's text
/// has, such as <c>{member}</c>.
/// </summary>
public sealed record GroupTexts(string? Welcome, string? Rules, string? Introduction, string? CardNameReminder)
{
    /// <summary>The product's texts alone.</summary>
    public static GroupTexts Product { get; } = new(null, null, null, null);
}
