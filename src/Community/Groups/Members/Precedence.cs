namespace Community.Groups.Members;

/// <summary>
/// Which of two reports counts: the latest join, the latest card name, the earliest introduction. Channels report whole
/// seconds; between equal instants the ordinally greater content counts, so that the arrival order does not matter.
/// </summary>
static class Precedence
{
    public static bool Counts(AttendanceCommand.Join join, Member member)
    {
        if (member.JoinedAt is not { } known || join.At > known) return true;
        var name = member.HasCardName ? member.Name : join.Name;
        return join.At == known && IsGreater(
            (join.Code, member.Code), (join.InvitedBy, member.InvitedBy), (name, member.Name));
    }

    public static bool Counts(AttendanceCommand.Rename rename, Member member)
    {
        if (member.RenamedAt is not { } known || rename.At > known) return true;
        return rename.At == known && member.HasCardName && IsGreater((rename.Name, member.Name));
    }

    public static bool Counts(AttendanceCommand.Introduce introduce, Member member)
    {
        if (member.IntroducedAt is not { } known || introduce.At < known) return true;
        return introduce.At == known
            && IsGreater((string.Join('\n', introduce.Interests), string.Join('\n', member.Interests)));
    }

    static bool IsGreater(params ReadOnlySpan<(string? Reported, string? Known)> parts)
    {
        foreach (var (reported, known) in parts)
        {
            var order = string.CompareOrdinal(reported, known);
            if (order != 0) return order > 0;
        }

        return false;
    }
}
