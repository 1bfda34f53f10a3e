using Rehearsal.Behaviour;

namespace Rehearsal.People;

/// <summary>What a member does by themselves.</summary>
enum LifeEventKind
{
    /// <summary>Changes the card name (群名片).</summary>
    CardName,

    /// <summary>Posts a message.</summary>
    Message,

    Leave,
}

/// <summary>
/// Something that a member does, some time after joining; <paramref name="Text"/> is the name or message.
/// </summary>
sealed record LifeEvent(LifeEventKind Kind, TimeSpan After, string? Text = null);

/// <summary>
/// What members of a group do by themselves: card name, introduction, questions, complaints, leaving.
/// </summary>
static class PersonLife
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);
    static readonly TimeSpan Week = TimeSpan.FromDays(7);
    static readonly TimeSpan Settling = TimeSpan.FromHours(8);

    /// <summary>What a person does after joining.</summary>
    public static IEnumerable<LifeEvent> AfterJoining(
        PersonDraws draws, PeopleBehaviour behaviour, int person, string groupId)
    {
        if (draws.Chooses(person, "card name", behaviour.SetsCardName))
            yield return new LifeEvent(
                LifeEventKind.CardName, draws.Delay(person, "card name delay", Settling), PersonName.CardOf(person));
        if (draws.Chooses(person, "introduction", behaviour.IntroducesThemselves))
            yield return new LifeEvent(
                LifeEventKind.Message,
                draws.Delay(person, "introduction delay", Settling),
                PersonName.IntroductionOf(person));
        foreach (var later in AtAnyTime(draws, behaviour, person, groupId)) yield return later;
    }

    /// <summary>What a person does at any time in a group.</summary>
    public static IEnumerable<LifeEvent> AtAnyTime(
        PersonDraws draws, PeopleBehaviour behaviour, int person, string groupId)
    {
        if (behaviour.AsksEachWeek > 0)
            yield return Message("question", behaviour.AsksEachWeek, "请问这款茶怎么泡？");
        if (behaviour.ComplainsEachWeek > 0)
            yield return Message("complaint", behaviour.ComplainsEachWeek, "群里消息太多了，能不能少发一点？");
        if (behaviour.LeavesEachDay > 0)
            yield return new LifeEvent(
                LifeEventKind.Leave, draws.Delay(person, $"leaves {groupId}", Day / behaviour.LeavesEachDay));

        LifeEvent Message(string choice, double eachWeek, string text) =>
            new(LifeEventKind.Message, draws.Delay(person, $"{choice} {groupId}", Week / eachWeek), text);
    }
}
