namespace Community.Groups.Members;

/// <summary>
/// Whether news counts more than what is known: the latest join, the latest card name, the earliest introduction. Channels stamp whole
/// seconds, so instants tie; a tie is settled by what is said (something before nothing, then ordinally), never by who arrived first.
/// </summary>
static class Precedence
{
    public static bool Counts(AttendanceCommand.Join join, Member member) =>
        member.JoinedAt is not { } known || join.At > known || (join.At == known && IsGreater(
            (join.Code, member.Code),
            (join.InvitedBy, member.InvitedBy),
            (member.HasCardName ? member.Name : join.Name, member.Name)));

    public static bool Counts(AttendanceCommand.Rename rename, Member member) =>
        member.RenamedAt is not { } known || rename.At > known || (rename.At == known && member.HasCardName && IsGreater((rename.Name, member.Name)));

    public static bool Counts(AttendanceCommand.Introduce introduce, Member member) =>
        member.IntroducedAt is not { } known || introduce.At < known || (introduce.At == known && IsGreater(
            (string.Join('\n', introduce.Interests), string.Join('\n', member.Interests))));

    static bool IsGreater(params ReadOnlySpan<(string? News, string? Known)> parts)
    {
        foreach (var (news, known) in parts)
        {
            var order = string.CompareOrdinal(news, known);
            if (order != 0) return order > 0;
        }

        return false;
    }
}
