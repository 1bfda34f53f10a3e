using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.WeCom.Client;

namespace FunctionsApp.Messaging.WeCom.Calls;

/// <summary>
/// Join ways: QR codes that lead into one of at most five groups. The platform never makes a group of its own, because
/// a group without a charter must not arise.
/// </summary>
public sealed class WeComJoinWayClient(WeComApi api)
{
    const string Path = "externalcontact/groupchat/";
    const int QrCode = 2;

    /// <summary>The id of a new join way.</summary>
    public async Task<WeComReply<string>> AddAsync(JoinWayTarget target) =>
        (await api.PostAsync<JoinWayId>($"{Path}add_join_way", Body(configId: null, target))).Map(way => way.ConfigId);

    public async Task<WeComReply<JoinWay>> GetAsync(string configId)
    {
        var reply = await api.QueryAsync<JoinWayDetails>($"{Path}get_join_way", new JoinWayId(configId));
        return reply.Map(details => details.JoinWay);
    }

    /// <summary>Replaces all that the join way says.</summary>
    public Task<WeComReply<Done>> UpdateAsync(string configId, JoinWayTarget target) =>
        api.PostAsync<Done>($"{Path}update_join_way", Body(configId, target));

    public Task<WeComReply<Done>> DeleteAsync(string configId) =>
        api.PostAsync<Done>($"{Path}del_join_way", new JoinWayId(configId));

    static object Body(string? configId, JoinWayTarget target) => new
    {
        ConfigId = configId,
        Scene = QrCode,
        target.Remark,
        AutoCreateRoom = 0,
        target.ChatIdList,
        target.State,
    };

    sealed record JoinWayId(string ConfigId);

    sealed record JoinWayDetails(JoinWay JoinWay);
}

/// <summary>A join way; <c>QrCode</c> is the address of its image.</summary>
public sealed record JoinWay(
    string ConfigId, string? Remark, IReadOnlyList<string> ChatIdList, string? QrCode, string? State);
