using Community.Platform;

namespace Community.Care.Crises;

public abstract record CrisisCommand
{
    CrisisCommand()
    {
    }

    public sealed record AddEntry(CrisisEntry Entry) : CrisisCommand;

    /// <summary>Tells the groups that are still frozen; the same text is told once.</summary>
    public sealed record PublishStatement(string Text, string By, DateTimeOffset At) : CrisisCommand
    {
        /// <summary>The key of the statement.</summary>
        public string Key => EffectKey.Digest(Text);
    }

    /// <summary>Records what a person does. A later role replaces an earlier one.</summary>
    public sealed record NamePerson(CrisisPerson Person) : CrisisCommand;

    /// <summary>Lets groups go on before the crisis is resolved.</summary>
    public sealed record ReleaseGroups(IReadOnlyList<string> GroupIds, string By, DateTimeOffset At) : CrisisCommand;

    /// <summary>Ends the crisis and releases every group.</summary>
    public sealed record Resolve(string Report, string By, DateTimeOffset At) : CrisisCommand;

    /// <summary>Leaves nothing about members in a resolved crisis, when its retention is over.</summary>
    public sealed record ForgetEvidence : CrisisCommand;
}

public abstract record CrisisEvent
{
    CrisisEvent()
    {
    }

    public sealed record EntryAdded(CrisisEntry Entry) : CrisisEvent;

    public sealed record StatementPublished(CrisisStatement Statement) : CrisisEvent;

    public sealed record PersonNamed(CrisisPerson Person) : CrisisEvent;

    public sealed record GroupsReleased(IReadOnlyList<string> GroupIds, DateTimeOffset At, string By) : CrisisEvent;

    public sealed record Resolved(string Report, DateTimeOffset At) : CrisisEvent;

    public sealed record EvidenceForgotten : CrisisEvent;

    /// <summary>An entry of the timeline that the app writes.</summary>
    public sealed record Recorded(CrisisEntry Entry) : CrisisEvent;

    public sealed record Refused(Refusal Refusal) : CrisisEvent;
}
