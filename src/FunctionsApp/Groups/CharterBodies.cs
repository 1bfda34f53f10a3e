using Community.Groups;

namespace FunctionsApp.Groups;

/// <summary>A staff member who answers in a group, and what about.</summary>
public sealed record DeputyBody(string? StaffId, string? Expertise)
{
    public static DeputyBody From(Deputy deputy) => new(deputy.StaffId, deputy.Expertise);

    public Deputy ToDeputy() => new(StaffId!, Expertise!);
}

/// <summary>A goal that members share, and how one sees that it is reached.</summary>
public sealed record GroupGoalBody(string? Text, string? Measure)
{
    public static GroupGoalBody From(GroupGoal goal) => new(goal.Text, goal.Measure);

    public GroupGoal ToGoal() => new(Text!, Measure!);
}

/// <summary>The parts of a group's name; <paramref name="Number"/> is 1 when it is absent.</summary>
public sealed record GroupNamingBody(string? Pattern, string? First, string? Second, int? Number = null)
{
    public static GroupNamingBody From(GroupNaming naming) =>
        new(naming.Pattern.ToString(), naming.First, naming.Second, naming.Number);

    public GroupNaming ToNaming() => new(Enum.Parse<GroupNamePattern>(Pattern!), First!, Second!, Number ?? 1);
}

/// <summary>The onboarding texts of a group; absent ones are those of the product.</summary>
public sealed record GroupTextsBody(
    string? Welcome = null, string? Rules = null, string? Introduction = null, string? CardNameReminder = null)
{
    public static GroupTextsBody From(GroupTexts texts) =>
        new(texts.Welcome, texts.Rules, texts.Introduction, texts.CardNameReminder);

    public GroupTexts ToTexts() => new(Welcome, Rules, Introduction, CardNameReminder);
}
