import android.app.Activity;
import android.content.Context;
import android.content.Intent;

class RuleAndroid extends Activity {
    static class Next extends Activity {
    }

    protected void onCreate() {
        Intent wrapped = getIntent().getParcelableExtra("next");
        startActivity(wrapped); // finds intent-redirection
    }

    protected void onResume() {
        Intent own = new Intent(this, Next.class);
        own.putExtra("text", getIntent().getStringExtra("text"));
        startActivity(own);
    }

    void bad() throws Exception {
        openFileOutput("notes", Context.MODE_WORLD_READABLE).write(1); // finds data-readable-by-all
    }

    void good() throws Exception {
        openFileOutput("notes", Context.MODE_PRIVATE).write(1);
    }
}
