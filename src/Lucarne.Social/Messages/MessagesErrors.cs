using Lucarne.Social.Http;

namespace Lucarne.Social.Messages;

/// <summary>Refusals of rooms and messages.</summary>
public static class MessagesErrors
{
    public static readonly Problem RoomNotFound = new(404, "room_not_found", "There is no such room", "You may have left it, or it was never yours.");

    public static readonly Problem MessageNotFound = new(404, "message_not_found", "There is no such message", "It may have been deleted, or be someone else's.");

    public static readonly Problem PersonNotFound = new(404, "person_not_found", "There is no such person", "Check the handles; one of them belongs to nobody whom you can reach.");

    public static readonly Problem PersonRefuses = new(403, "person_takes_no_messages", "This person takes no messages", "Their settings let nobody begin a conversation.");

    public static readonly Problem RoomSizeInvalid = new(400, "room_size_invalid", "A room has 2 to 12 people", "Name 1 to 11 people besides yourself, each once.");

    public static readonly Problem RoomFull = new(409, "room_full", "The room is full", "A room has at most 12 people, invited ones included.");

    public static readonly Problem RoomIsPair = new(409, "room_is_pair", "This room is for two", "Open a group to write with more people; a room for two has no name and can't be left. Mute it instead.");

    public static readonly Problem RoomNameInvalid = new(400, "room_name_invalid", "This name can't be used", "Use at most 60 characters, or none.");

    public static readonly Problem RoomClosed = new(409, "room_closed", "Nobody reads here any more", "The other account is closed. What was written stays readable.");

    public static readonly Problem RequestUnanswered = new(409, "request_unanswered", "This is a request", "Accept it before you write, or decline it.");

    public static readonly Problem RequestPending = new(409, "request_pending", "Your request waits for an answer", "Until they accept, they get at most 3 messages from you.");

    public static readonly Problem RequestNotFound = new(409, "request_not_open", "There is no open request", "It was accepted or declined before.");

    public static readonly Problem TooManyInvitations = new(429, "too_many_invitations", "Too many requests in a day", "You can ask at most 20 strangers a day. Try again tomorrow.") { RetryAfterSeconds = 3600 };

    public static readonly Problem MessageEmpty = new(400, "message_empty", "The message is empty", "Write 1 to 2,000 visible characters, or share a post.");

    public static readonly Problem MessageTooLong = new(400, "message_too_long", "The message is too long", "Use at most 2,000 characters.");

    public static readonly Problem MessageEditLate = new(409, "message_edit_late", "It is too late to change this message", "A message can be changed for 15 minutes; delete it instead.");

    public static readonly Problem FolderUnknown = new(400, "room_folder_unknown", "There is no such folder", "Ask for folder=inbox or folder=requests.");
}
