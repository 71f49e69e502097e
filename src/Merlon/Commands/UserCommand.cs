using System.CommandLine;

namespace Merlon.Commands;

/// <summary><c>merlon user</c>: users, from the machine itself, for when nobody can sign in.</summary>
sealed class UserCommand : Command
{
    public UserCommand() : base("user", "Users, from the machine itself.")
    {
        Subcommands.Add(new UserAddCommand());
        Subcommands.Add(new UserListCommand());
        Subcommands.Add(new UserPasswordCommand());
        Subcommands.Add(new UserStateCommand("disable", "Lets a user in no longer; sessions end at once.", disabled: true));
        Subcommands.Add(new UserStateCommand("enable", "Lets a disabled user in again.", disabled: false));
    }
}
