using Azure.Data.Tables;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Messaging.WeCom.Chats;

/// <summary>A partition for each customer group of the platform: the chat, and the callbacks that are kept.</summary>
public sealed class ChatsTable(TableServiceClient service, OptimisticRetry retry)
    : Table(service.GetTableClient("Chats"), retry);
